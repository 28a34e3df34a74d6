"""The stand must see what it promises to see."""

from __future__ import annotations

import pytest

from contracts.words.hall import PrintState
from printer.spool.attempt import Outcome
from printer.transport.wire import Fault
from tests.printer.faults.links import Way
from tests.printer.faults.stand import Stand, standing
from tests.printer.faults.tickets import DOTS, SEGMENTS, picture, size, ticket

TCP = Way(None)


def test_a_number_on_two_whole_papers_is_seen() -> None:
    with standing(TCP, 20.0) as stand:
        stand.print_it(47)
    stand.told *= 2
    taken(stand, 47)
    with pytest.raises(AssertionError, match="47 is on 2 whole papers"):
        stand.keep_promises()


def standing_alone(*told: tuple[int, Outcome]) -> Stand:
    with standing(TCP, 20.0) as stand:
        pass
    stand.told += told
    return stand


def taken(stand: Stand, number: int) -> None:
    """Have the printer print a ticket that no spooler sent."""
    for segment in ticket(number):
        assert stand.printer.take(segment) == len(segment)
        stand.printer.run(stand.printer.now_s + 5)


@pytest.mark.parametrize(
    ("outcome", "seen"),
    [
        (Outcome(PrintState.CONFIRMED, 6000), "confirmed and is on no whole paper"),
        (Outcome(PrintState.UNKNOWN, 6000), "names no fault"),
        (Outcome(PrintState.NOT_STARTED, 10, fault=Fault.PAPER_OUT, text="out"), "has sent bytes"),
    ],
)
def test_a_state_that_is_not_true_is_seen(outcome: Outcome, seen: str) -> None:
    with pytest.raises(AssertionError, match=seen):
        standing_alone((47, outcome)).keep_promises()


def test_a_whole_ticket_called_interrupted_is_seen() -> None:
    stand = standing_alone((47, Outcome(PrintState.INTERRUPTED, 10, fault=Fault.COVER_OPEN, text="open")))
    taken(stand, 47)
    with pytest.raises(AssertionError, match="is whole on paper and was called"):
        stand.keep_promises()


def test_a_loss_passed_over_in_silence_is_seen() -> None:
    stand = standing_alone((47, Outcome(PrintState.CONFIRMED, 6000)))
    taken(stand, 47)
    stand.keep_promises()
    stand.printer.lost_bytes = 1
    with pytest.raises(AssertionError, match="lost in silence"):
        stand.keep_promises()


def test_short_tickets_are_told_apart_and_are_of_whole_segments() -> None:
    assert all(len(segment) <= 1024 for segment in ticket(1))
    assert size(1) == sum(map(len, ticket(1))) > 5000
    pictures = {picture(number, nth).data for number in (1, 2) for nth in range(SEGMENTS)}
    assert len(pictures) == 2 * SEGMENTS
    stand = standing_alone()
    taken(stand, 1)
    assert stand.printer.roll.dots == DOTS
    assert [stand.wholes(number) for number in (1, 2)] == [1, 0]
    assert [stand.is_alone(number) for number in (1, 2)] == [True, False]


def test_a_ticket_below_a_piece_of_another_is_whole_and_not_alone() -> None:
    stand = standing_alone()
    for data in (ticket(2)[0], *ticket(1)):
        assert stand.printer.take(data) == len(data)
        stand.printer.run(stand.printer.now_s + 5)
    assert stand.wholes(1) == 1
    assert not stand.is_alone(1)
