from __future__ import annotations

from datetime import timedelta

from display_board.calls import repeating
from display_board.calls.announcing import Announcement, Announcing
from display_board.calls.repeating import OLDEST, REPEATED, calls_to_repeat
from display_board.calls.state import BoardState
from tests.display_board.helpers.example import NINE, call
from tests.helpers.examples import assert_examples_hold

CALLS = tuple(call(f"A00{n}", n, at_s=-60.0 * n) for n in range(1, 6))
"""Newest first, a minute apart."""
STATE, QUIET = BoardState(calls=CALLS), Announcing()


def tickets(state: BoardState = STATE, announcing: Announcing = QUIET) -> list[str]:
    return [one.ticket for one in calls_to_repeat(state, announcing, NINE)]


def test_the_newest_calls_that_stand_are_said_again_the_newest_last() -> None:
    assert tickets() == ["A003", "A002", "A001"]
    assert len(tickets()) == REPEATED


def test_a_call_that_is_heard_anyway_is_not_said_again() -> None:
    announcing = Announcing(waiting=(Announcement(9, CALLS[0]),), current=Announcement(8, CALLS[1]), sounding=True)
    assert tickets(announcing=announcing) == ["A005", "A004", "A003"]


def test_a_call_that_still_stands_large_and_was_said_is_said_again() -> None:
    assert tickets(announcing=Announcing(current=Announcement(8, CALLS[0]))) == ["A003", "A002", "A001"]


def test_while_calls_are_being_repeated_another_wish_changes_nothing() -> None:
    assert tickets(announcing=Announcing(current=Announcement(8, CALLS[4], again=True), sounding=True)) == []
    assert tickets(announcing=Announcing(waiting=(Announcement(8, CALLS[4], again=True),))) == []


def test_whoever_did_not_come_for_long_is_not_called_again() -> None:
    old = BoardState(calls=(call("A001", 1, at_s=-OLDEST.total_seconds() - 1),))
    assert tickets(old) == []
    assert NINE - old.calls[0].called_at > timedelta(minutes=10)


def test_where_nobody_is_called_nothing_is_said() -> None:
    assert tickets(BoardState(recent=CALLS)) == []


def test_the_examples_hold() -> None:
    assert_examples_hold(repeating)
