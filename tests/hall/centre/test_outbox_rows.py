"""What of a fact leaves the hall for the centre's audit log."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

from contracts.live import FactMessage
from hall.composition.store import open_store
from hall.platform.clock import SystemClock
from hall.platform.db.tables.core import outbox
from tests.helpers.example_hall import SETTINGS

AT = datetime(2026, 11, 25, 8, tzinfo=UTC)


def test_a_field_that_no_list_names_stays_in_the_hall(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'hall.sqlite'}", SystemClock().now, setup=SETTINGS)
    detail = {"by": "head", "act": "test_print", "what_he_said": "Noor of plot 12 asked"}
    fact = FactMessage(1, "staff_acted", AT, date(2026, 11, 25), detail=detail)
    store.commands.run(lambda work, _now: work.outbox.tell_audit("1", fact)).result()
    with store.engine.connect() as connection:
        (body,) = connection.execute(select(outbox.c.body)).scalars()
    store.close()
    told = json.loads(body)
    assert (told["actor"], told["detail"]) == ("head", {"act": "test_print"})
