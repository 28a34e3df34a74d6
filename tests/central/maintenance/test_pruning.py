"""What is old and of no use goes, in small portions; what somebody still needs stays whatever its age."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, Table, func, insert, select, update

from central.halls import inbox
from central.maintenance.pruning import prune_batches, prune_inbox, prune_quarantine, prune_sessions
from central.people.people import add_person
from central.store.tables.downlink import inbox as inbox_table
from central.store.tables.halls import batch, hall, quarantine
from central.store.tables.people import staff_session
from tests.central.conftest import NOW

DAY = timedelta(days=1)
BEFORE = NOW - 400 * DAY


def many(engine: Engine, table: Table) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def session(engine: Engine, person: str, days_ago: int) -> None:
    at = NOW - days_ago * DAY
    row = {"token_hash": f"{person}{days_ago}", "person": person, "begun_at": at, "seen_at": at}
    with engine.begin() as connection:
        connection.execute(insert(staff_session).values(row))


def journal(engine: Engine, ages: range) -> None:
    common = {"hall": "1", "stream": "s", "chains": b"", "digest": "", "app": ""}
    rows = [{**common, "first": age, "last": age, "received_at": NOW - age * DAY} for age in ages]
    with engine.begin() as connection:
        connection.execute(insert(batch), rows)


def test_old_sessions_go_and_the_last_one_of_each_person_stays(engine: Engine) -> None:
    for name in ("aisha", "salim"):
        add_person(engine, name, "reader", by="test", now=NOW)
    for person, ago in (("aisha", 500), ("aisha", 401), ("aisha", 399), ("salim", 900), ("salim", 800)):
        session(engine, person, ago)
    assert prune_sessions(engine, before=BEFORE) == 3
    with engine.connect() as connection:
        left = connection.execute(select(staff_session.c.token_hash)).scalars().all()
    assert sorted(left) == ["aisha399", "salim800"]


@pytest.mark.parametrize("at_once", [1, 3, 5, 100])
def test_old_batches_go_in_portions_of_any_size(engine: Engine, at_once: int) -> None:
    journal(engine, range(396, 406))
    assert prune_batches(engine, before=BEFORE, at_once=at_once) == 5
    assert (many(engine, batch), prune_batches(engine, before=BEFORE)) == (5, 0)


def test_of_the_inbox_only_what_its_hall_has_taken_goes(engine: Engine) -> None:
    old = [inbox.put(engine, "1", "request", key, {}, now=BEFORE - DAY) for key in ("a", "b", "c")]
    inbox.put(engine, "1", "request", "young", {}, now=NOW)
    assert prune_inbox(engine, before=BEFORE) == 0
    inbox.note_taken(engine, "1", old[1])
    assert prune_inbox(engine, before=BEFORE) == 2
    assert inbox.after(engine, "1", 0)[0].number == old[2]
    assert many(engine, inbox_table) == 2


def test_how_far_a_hall_has_taken_its_inbox_never_goes_back(engine: Engine) -> None:
    for taken in (0, 7, 3):
        inbox.note_taken(engine, "1", taken)
    with engine.begin() as connection:
        assert connection.execute(select(hall.c.inbox_taken)).scalar_one() == 7
        connection.execute(update(hall).values(inbox_taken=None))
    inbox.note_taken(engine, "unknown", 7)


def test_entries_in_quarantine_go_by_their_age_whether_open_or_not(engine: Engine) -> None:
    common = {"hall": "1", "stream": "s", "seq": 1, "reason": "r", "body": b"{}"}
    ages = {"old": (401, None), "closed": (401, NOW), "young": (399, None)}
    rows = [
        {**common, "body_hash": name, "received_at": NOW - days * DAY, "resolved_at": resolved}
        for name, (days, resolved) in ages.items()
    ]
    with engine.begin() as connection:
        connection.execute(insert(quarantine), rows)
    assert prune_quarantine(engine, before=BEFORE) == 2
    with engine.connect() as connection:
        assert connection.execute(select(quarantine.c.body_hash)).scalars().all() == ["young"]
