"""A message is tried until its time is over, at growing distances, and ends once."""

from __future__ import annotations

from datetime import timedelta

from hall.contact.model.message import LIVES, MessageKind, MessageState, new_message, pause
from tests.helpers.example_hall import NINE

CALLED = new_message("m1", MessageKind.CALLED, "v1", "ar", "…", NINE)


def test_it_is_handed_out_with_the_next_try_ahead() -> None:
    begun = CALLED.begin(NINE)
    assert (begun.state, begun.tries, begun.next_try) == (MessageState.SENDING, 1, NINE + timedelta(seconds=10))
    again = begun.settle(MessageState.WAITING, NINE).begin(NINE + timedelta(seconds=10))
    assert again.next_try - NINE == timedelta(seconds=30)


def test_one_whose_time_has_passed_is_over_and_never_sent() -> None:
    over = CALLED.begin(NINE + LIVES[MessageKind.CALLED])
    assert (over.state, over.tries) == (MessageState.OVER, 0)
    assert over.settled is not None


def test_an_end_has_its_instant_and_a_wait_has_none() -> None:
    assert CALLED.settle(MessageState.SENT, NINE).settled == NINE
    assert CALLED.settle(MessageState.WAITING, NINE).settled is None


def test_tries_grow_apart_up_to_half_an_hour() -> None:
    pauses = [pause(tries) for tries in range(30)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(minutes=30)
