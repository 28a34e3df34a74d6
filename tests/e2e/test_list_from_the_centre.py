"""The centre gives lists to a hall, the hall changes one for itself, the centre locks it: a real centre and hall."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import Engine

from central.halls.given_settings import GivenHere, mark_of, standing
from central.store.engine import open_engine
from central.web.pages.hall_acts.list_parts import PARTS, rows_of
from commands.hall_client import HallClient, HallRefusedError
from commands.runtime.process_group import Family
from tests.e2e.test_inbox_to_the_hall import HALL, Pair, disposed, started
from tests.e2e.test_sudden_closing import WITHIN_S, post
from tests.helpers.staff import session_of_role
from tools.qt_driver.driven_program import until

LAND = {"subject": "a plot", "topic": "permits", "directorate": "lands", "source": "email", "urgent": True}


def form(engine: Engine, setting: str, **more: str) -> dict[str, str]:
    """Return the form of the centre's page with the usual list, for this hall."""
    rows = [one for one in rows_of(PARTS[setting].usual) if one["code"]]
    fields = {f"{name}_{at}": text for at, row in enumerate(rows) for name, text in row.items() if text}
    seen = mark_of(standing(engine, setting))
    return {"part": setting, "halls": HALL, "mode": "give", "seen": seen, **fields, **more}


def of_hall(engine: Engine, setting: str) -> GivenHere:
    """Return how the hall stands with a setting, as the centre has it."""
    return next(one for one in standing(engine, setting) if one.hall == HALL)


def await_centre(engine: Engine, setting: str, state: str) -> None:
    """Return when the centre knows that the hall stands like this."""

    def now() -> str:
        return of_hall(engine, setting).state

    until(lambda: now() == state, f"{setting} {state} at the centre", now, timeout_s=WITHIN_S)


def names(head: HallClient) -> list[str]:
    """Return the topics that the hall offers."""
    return [one["names"]["en"] for one in head.get("/hall")["requests"]["topics"]]


def change(head: HallClient, *items: dict[str, Any]) -> dict[str, Any]:
    """Change the hall's set-up as its page does."""
    return dict(head.post("/settings", {"version": head.get("/settings")["version"], "items": list(items)}))


def undo(pair: Pair, session: str, setting: str) -> None:
    """Undo the newest act at the centre."""
    headers = {"Authorization": f"Bearer {session}"}
    page = requests.get(f"{pair.centre}/lists?lang=en&part={setting}", headers=headers, timeout=WITHIN_S).text
    act = re.search(r"/lists/(\w{32})/undo", page)
    assert act is not None
    post(pair, session, f"/lists/{act[1]}/undo?lang=en", {"part": setting})


@pytest.mark.allow_logs
def test_a_list_of_the_centre_holds_until_the_hall_changes_it_and_a_locked_one_stays(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    with Family(tmp_path / "logs") as family, disposed(open_engine(database_url)) as engine:
        pair = started(family, tmp_path, database_url)
        session, head = session_of_role(engine, "admin"), HallClient(pair.hall, pair.head)
        usual, new = names(head), {"ar_7": "التصاريح", "en_7": "Permits", "state_7": "offered"}
        # When the centre gives a list with a new topic, then requests may be about it
        assert (
            "Given for the first time"
            in post(pair, session, "/lists/check?lang=en", form(engine, "topics", **new)).text
        )
        assert names(head) == usual
        post(pair, session, "/lists?lang=en", form(engine, "topics", **new))
        until(
            lambda: names(head) == [*usual, "Permits"], "the centre's topics", lambda: names(head), timeout_s=WITHIN_S
        )
        number = head.post("/requests", LAND)["number"]
        assert head.get("/settings")["from_centre"] == ["topic"]
        # When the hall changes it, then its own holds, and the centre sees it
        own = {"section": "topic", "key": "land_grant", "values": {"names": {"ar": "أرض", "en": "Plot"}}}
        assert change(head, own)["own"] == ["topic"]
        await_centre(engine, "topics", "own")
        # When the centre gives another list and locks it, then the centre's holds
        post(pair, session, "/lists?lang=en", form(engine, "topics", **new, en_1="Help", mode="lock"))
        await_centre(engine, "topics", "holds")
        assert names(head)[:2] == ["Land grant", "Help"]
        assert head.get("/settings")["locked"] == ["topic"]
        with pytest.raises(HallRefusedError, match="locked by the centre"):
            change(head, own)
        # When the centre undoes the lock and gives a power that has ended, then the hall's own topics hold again, the
        # hall may change them, and no decision is made by the power
        ended = {"holder_0": "Ali Said", "limit_omr_0": "5000", "valid_until_0": "2026-01-31", "decision_0": "12/2025"}
        undo(pair, session, "topics")
        await_centre(engine, "topics", "own")
        assert names(head)[0] == "Plot"
        post(pair, session, "/lists?lang=en", form(engine, "powers", **ended))
        await_centre(engine, "powers", "holds")
        assert head.get("/settings")["locked"] == []
        change(head, {**own, "values": {"names": {"ar": "قطعة", "en": "Lot"}}})
        decision = {"decision": "granted", "decided_by": "Ali Said", "power": "head_of_hall", "amount_omr": 10}
        with pytest.raises(HallRefusedError, match="2026-01-31"):
            head.post(f"/requests/{number}/decide", decision)
