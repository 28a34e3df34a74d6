"""The centre says that an Eid begins the day after tomorrow: a real centre and a real hall; and it is undone."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from central.store.engine import open_engine
from commands.hall_client import HallClient
from commands.runtime.process_group import Family
from tests.e2e.test_inbox_to_the_hall import HALL, disposed, started
from tests.e2e.test_sudden_closing import WITHIN_S, post
from tests.helpers.staff import session_of_role
from tools.qt_driver.driven_program import until


@pytest.mark.allow_logs
def test_the_centre_sets_an_eid_in_a_hall_and_undoes_it(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    with Family(tmp_path / "logs") as family, disposed(open_engine(database_url)) as engine:
        pair = started(family, tmp_path, database_url)
        session, head = session_of_role(engine, "admin"), HallClient(pair.hall, pair.head)
        begins = datetime.now(ZoneInfo("Asia/Muscat")).date() + timedelta(days=2)
        form = {"event": "eid_fitr", "begins": begins.isoformat(), "halls": HALL}

        def off() -> list[str]:
            days: list[dict[str, Any]] = head.get("/working-days")["days_off"]
            return [one["day"] for one in days if one["occasion"] == "eid_fitr" and not one["expected"]]

        before = off()
        # When the centre looks first, then nothing happens; when it does it, the hall has the days off
        assert "Eid al-Fitr begins on" in post(pair, session, "/moon/check?lang=en", form).text
        post(pair, session, "/moon?lang=en", {**form, "act": "m1", "far": "yes"})
        eid = [(begins + timedelta(days=ahead)).isoformat() for ahead in range(3)]
        until(lambda: set(eid) <= set(off()), "the days off of the Eid", off, timeout_s=WITHIN_S)
        told = head.get("/moon")["acts"]
        assert [(one["event"], one["by"], one["from_centre"]) for one in told] == [("eid_fitr", "salim", True)]
        # When the centre undoes it, then the hall's days are as before
        post(pair, session, "/moon/m1/end?lang=en", {})
        until(lambda: off() == before, "the days as before", off, timeout_s=WITHIN_S)
