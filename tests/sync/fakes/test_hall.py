"""A hall of memory keeps its port's promises."""

from __future__ import annotations

import uuid

import pytest

from contracts.centre.outbox_entry import GENESIS, encode_record, link
from sync.fakes.hall import FakeClock, MemoryOutbox, visit_record


def filled(count: int) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for number in range(count):
        outbox.write(encode_record(visit_record(visit=str(uuid.UUID(int=number)))))
    return outbox


def test_entries_are_numbered_without_a_gap_and_chained() -> None:
    outbox = filled(3)
    entries = outbox.entries_after(0, 9)
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert entries[0].chain == link(GENESIS, entries[0].body)
    assert entries[2].chain == link(entries[1].chain, entries[2].body)


def test_a_pruned_outbox_still_knows_the_chain_before_its_oldest() -> None:
    outbox = filled(5)
    before = outbox.chain_at(3)
    outbox.prune(3)
    assert (outbox.state().oldest, outbox.chain_at(3)) == (4, before)
    with pytest.raises(LookupError):
        outbox.chain_at(2)


def test_a_cursor_of_another_stream_moves_nothing() -> None:
    outbox = filled(3)
    outbox.delivered(2, "another")
    assert outbox.state().delivered == 0
    outbox.delivered(2, outbox.state().stream)
    outbox.rewind(1, "another")
    assert outbox.state().delivered == 2
    outbox.rewind(1, outbox.state().stream)
    assert outbox.state().delivered == 1


def test_a_new_stream_begins_at_the_oldest_kept() -> None:
    outbox = filled(5)
    outbox.delivered(5, outbox.state().stream)
    outbox.prune(2)
    old = outbox.state().stream
    new = outbox.new_stream()
    state = outbox.state()
    assert (state.stream, state.start, state.delivered, state.unsent) == (new, 3, 2, 3)
    assert new != old


def test_the_clock_moves_when_told() -> None:
    clock = FakeClock()
    before = clock.now()
    clock.advance(90)
    assert (clock.monotonic(), (clock.now() - before).total_seconds()) == (90, 90)
