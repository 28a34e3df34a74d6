"""Storing what may be there: the same answer from COPY on PostgreSQL and from upserts on SQLite."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select

from central.intake.line_parser import sort_lines
from central.store.merge import insert_ignoring, merge_visits
from central.store.tables.halls import audit, visit
from central.store.visit_row import VisitRow
from contracts.centre.outbox_entry import encode_body, encode_record
from sync.fakes.hall import DAY
from tests.central.conftest import NOW
from tests.helpers.batches import record

pytestmark = pytest.mark.dialect


def rows(*records: Any) -> list[VisitRow]:
    lines = [(seq, encode_record(one)) for seq, one in enumerate(records)]
    return list(sort_lines(lines, hall="1", today=DAY).visits.values())


def merge(engine: Engine, given: list[VisitRow], *, stream: str = "s") -> None:
    with engine.begin() as connection:
        merge_visits(connection, given, stream=stream, now=NOW)


def held(engine: Engine) -> list[tuple[int, str | None, str]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(visit.c.rev, visit.c.outcome, visit.c.stream))]


def test_a_higher_revision_replaces_and_a_lower_one_does_not(engine: Engine) -> None:
    merge(engine, rows(record(1, rev=2, outcome="referred")))
    merge(engine, rows(record(1, rev=1, outcome="completed")))
    assert held(engine) == [(2, "referred", "s")]
    merge(engine, rows(record(1, rev=3, outcome=None)))
    assert held(engine) == [(3, None, "s")]


def test_at_the_same_revision_only_another_streams_other_record_replaces(engine: Engine) -> None:
    merge(engine, rows(record(1)))
    merge(engine, rows(record(1, outcome="referred")))
    assert held(engine) == [(1, "completed", "s")]
    merge(engine, rows(record(1)), stream="t")
    assert held(engine) == [(1, "completed", "s")]
    merge(engine, rows(record(1, outcome="referred")), stream="t")
    assert held(engine) == [(1, "referred", "t")]


def test_texts_of_every_kind_come_through_as_they_are(engine: Engine) -> None:
    strange = 'د\t"\\N\n\\.\r😀,{}'
    value = {"kind": "visit", "note": {strange: [strange, 1.5, None, True]}}
    from contracts.codec.reader import to_json

    body = encode_body({**to_json(record(1, agent=strange, ticket="")), **value})
    found = sort_lines([(1, body)], hall="1", today=DAY)
    merge(engine, list(found.visits.values()))
    with engine.connect() as connection:
        row = connection.execute(select(visit)).one()
    assert (row.agent, row.ticket, row.extra) == (strange, "", {"note": {strange: [strange, 1.5, None, True]}})
    assert (row.called_at, row.suspect_clock) == (record(1).called_at, False)


def test_several_merges_of_one_connection_do_not_meet_in_the_staging_table(engine: Engine) -> None:
    earlier = DAY - timedelta(days=40)
    with engine.begin() as connection:
        merge_visits(connection, rows(record(1)), stream="s", now=NOW)
        merge_visits(connection, rows(record(1, rev=2), record(2, service_day=earlier)), stream="s", now=NOW)
    merge(engine, rows(record(3)))
    merge(engine, [])
    assert sorted(rev for rev, _, _ in held(engine)) == [1, 1, 2]


def test_a_row_that_is_there_is_left_as_it_is(engine: Engine) -> None:
    row = {"hall": "1", "body_hash": "h", "fact": 1, "at": NOW, "service_day": DAY, "action": "a", "body": b"x"}
    with engine.begin() as connection:
        for action in ("first", "second"):
            insert_ignoring(connection, audit, [{**row, "action": action, "received_at": NOW}])
        insert_ignoring(connection, audit, [])
        assert connection.execute(select(audit.c.action)).scalars().all() == ["first"]
