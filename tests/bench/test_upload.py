"""The year that is uploaded: an outbox like a hall's, which the real centre would take."""

from __future__ import annotations

from datetime import date

import pytest

from bench.upload import WORKING_DAYS, YearOutbox, year_of
from contracts.centre.outbox_entry import GENESIS, VisitRecord, decode_record, link
from sync.batch_plan import Send, gapless, plan

FIRST = date(2025, 1, 5)


def test_a_year_is_a_chain_of_different_visits_on_days_of_one_year() -> None:
    entries = year_of(3, 500, FIRST)
    chain, visits, days = GENESIS, set(), []
    for nth, entry in enumerate(entries, start=1):
        record, unknown = decode_record(entry.body)
        chain = link(chain, entry.body)
        assert (entry.seq, entry.chain, unknown) == (nth, chain, {})
        assert isinstance(record, VisitRecord)
        assert record.hall == "hall3"
        visits.add(record.visit)
        days.append(record.service_day)
    assert len(visits) == 500
    assert days == sorted(days)
    assert len(set(days)) == WORKING_DAYS
    assert days[0] == FIRST
    assert (days[-1] - FIRST).days < 366


def test_two_halls_have_different_visits_and_one_hall_the_same_each_time() -> None:
    assert year_of(1, 50, FIRST) == year_of(1, 50, FIRST)
    assert year_of(1, 50, FIRST)[0].chain != year_of(2, 50, FIRST)[0].chain


def test_the_outbox_gives_all_its_entries_in_order_as_the_sender_asks() -> None:
    entries = year_of(1, 30, FIRST)
    outbox, got = YearOutbox(entries), []
    while isinstance(step := plan(outbox.state(), size=7), Send):
        batch = gapless(outbox.entries_after(step.first - 1, step.last - step.first + 1), first=step.first)
        got += batch
        assert outbox.chain_at(step.first - 1) == (entries[step.first - 2].chain if step.first > 1 else GENESIS)
        outbox.delivered(batch[-1].seq, outbox.state().stream)
    assert got == entries
    assert outbox.state().unsent == 0


def test_another_streams_answer_moves_nothing() -> None:
    outbox = YearOutbox(year_of(1, 3, FIRST))
    outbox.delivered(3, "another")
    assert outbox.state().unsent == 3


def test_a_fresh_centre_that_wants_something_again_is_a_fault() -> None:
    outbox = YearOutbox(year_of(1, 3, FIRST))
    with pytest.raises(RuntimeError, match="again"):
        outbox.rewind(0, outbox.state().stream)
