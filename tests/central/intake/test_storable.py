"""What the database itself refuses lies in quarantine with its words, and the rest of its batch is stored."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, select, text
from sqlalchemy.exc import DataError

from central.intake.batch_intake import retry_quarantine
from central.store.tables.halls import quarantine
from sync.fakes.hall import FakeClock, MemoryOutbox
from sync.quarantine import QuarantineList
from sync.sender import Sender
from sync.uplink import HttpUplink
from tests.helpers.batches import NOW, RULES, outbox_of, record, stored, take
from tests.helpers.centre import running_centre

pytestmark = pytest.mark.dialect

POISON = "a poisoned agent"


def make_particular(engine: Engine) -> None:
    """Let the database refuse the poison as data: PostgreSQL by a shorter column, SQLite by its driver."""
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE visit ALTER COLUMN agent TYPE varchar(10)"))
        return

    @event.listens_for(engine, "before_cursor_execute")
    def _refuse(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("INSERT INTO visit") and POISON in str(parameters):
            raise DataError(statement, None, ValueError("string or blob too big"))


def outbox_with_poison() -> MemoryOutbox:
    return outbox_of(*(record(n, agent=POISON if n in {3, 8} else "a7") for n in range(1, 11)))


def test_the_rest_of_the_batch_is_stored_and_the_reason_kept(engine: Engine) -> None:
    make_particular(engine)
    outbox = outbox_with_poison()
    answer = take(engine, outbox, 1, 10)
    assert answer.acked_seq == 10
    assert [bad.seq for bad in answer.quarantined] == [3, 8]
    assert all("the centre's database does not take it: " in bad.reason for bad in answer.quarantined)
    assert len(stored(engine)) == 8
    with engine.connect() as connection:
        bodies = set(connection.execute(select(quarantine.c.body)).scalars())
    assert bodies == {entry.body for entry in outbox.entries_after(0, 10) if entry.seq in {3, 8}}
    assert take(engine, outbox, 1, 10).replayed


def test_it_stays_in_quarantine_while_the_database_refuses_it(engine: Engine) -> None:
    make_particular(engine)
    take(engine, outbox_with_poison(), 1, 10)
    assert retry_quarantine(engine, now=NOW, rules=RULES) == (0, 2)


@pytest.mark.allow_logs
def test_the_real_sender_is_told_at_once_and_goes_on(centre_url: str, tmp_path: Path) -> None:
    today = datetime.now(UTC).date()
    outbox = outbox_of(*(record(n, service_day=today, agent=POISON if n == 3 else "a7") for n in range(1, 71)))
    with running_centre(tmp_path, centre_url) as centre:
        make_particular(centre.engine)
        uplink = HttpUplink(centre.url, "1", centre.enrol("1"))
        clock, quarantined = FakeClock(datetime.now(UTC)), QuarantineList()
        sender = Sender(
            outbox, uplink, clock=clock, rng=random.Random(1), instance="i", app="0", quarantine=quarantined
        )
        sender.step()
        sender.step()
        uplink.close()
        assert (outbox.state().unsent, sender.status.state, sender.status.quarantined) == (0, "ok", 1)
        assert len(stored(centre.engine)) == 69
