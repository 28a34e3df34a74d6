"""What goes next: always the first unsent entry, never a gap, never more than fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contracts.centre.outbox_entry import GENESIS, OutboxEntry
from sync import batch_plan as module
from sync.batch_plan import BatchSize, Idle, Send, StartOver, gapless, plan
from sync.ports import OutboxState
from tests.helpers.examples import assert_examples_hold


def entries(*seqs: int, body: bytes = b"{}") -> list[OutboxEntry]:
    return [OutboxEntry(seq, body, GENESIS) for seq in seqs]


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 50), st.integers(1, 500))
def test_a_plan_sends_from_the_first_unsent_entry_or_says_why_not(
    oldest: int, kept: int, delivered: int, size: int
) -> None:
    newest = oldest + kept - 1
    state = OutboxState("s", start=1, delivered=delivered, oldest=oldest, newest=newest)
    match plan(state, size=size):
        case Send(first, last):
            assert first == delivered + 1
            assert oldest <= first <= last <= newest
            assert last - first < size
        case Idle():
            assert delivered == newest
        case StartOver():
            assert delivered + 1 < oldest or delivered > newest


def test_a_cursor_beyond_what_is_kept_starts_over() -> None:
    state = OutboxState("s", start=1, delivered=9, oldest=1, newest=5)
    assert plan(state, size=5) == StartOver("entry 9 is marked as delivered, but the newest is 5")


def test_a_batch_ends_before_a_gap() -> None:
    assert [entry.seq for entry in gapless(entries(4, 5, 7), first=4)] == [4, 5]


def test_nothing_goes_when_the_first_is_missing() -> None:
    assert gapless(entries(5, 6), first=4) == []


def test_a_batch_ends_where_it_would_be_too_long_but_one_entry_always_fits() -> None:
    long = entries(1, 2, 3, body=b"x" * 99)
    assert [entry.seq for entry in gapless(long, first=1, limit_bytes=250)] == [1, 2]
    assert [entry.seq for entry in gapless(long, first=1, limit_bytes=10)] == [1]


@given(st.lists(st.booleans(), max_size=40))
def test_the_size_of_batches_stays_between_one_and_five_hundred(grows: list[bool]) -> None:
    size = BatchSize()
    for grow in grows:
        size = size.grown() if grow else size.halved()
        assert 1 <= size.entries <= 1000
