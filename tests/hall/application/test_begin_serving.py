"""The person is at the counter."""

from __future__ import annotations

import pytest

from contracts.hall_words import VisitState
from hall.application.begin_serving import BeginServing, begin_serving
from hall.application.call_next import CallNext, call_next
from hall.domain import errors
from hall.domain.ids import CounterId
from tests.helpers.example_hall import staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE = CounterId(1)


def called(visit: str = "v1") -> MemoryHall:
    """Return a hall in which L001 is called to counter 1."""
    hall = staffed_hall()
    take(hall, visit)
    hall.run(call_next, CallNext(ONE))
    return hall


def serving() -> MemoryHall:
    hall = called()
    hall.clock.advance(30)
    hall.run(begin_serving, BeginServing(ONE))
    return hall


def test_serving_begins_now():
    hall = serving()
    visit = hall.visit("v1")
    assert (visit.state, visit.stage.begun) == (VisitState.SERVING, hall.clock.now())


def test_serving_begins_only_after_a_call_and_once():
    with pytest.raises(errors.NoVisitError):
        staffed_hall().run(begin_serving, BeginServing(ONE))
    with pytest.raises(errors.NotCalledError):
        serving().run(begin_serving, BeginServing(ONE))
