"""Nobody came to a call."""

from __future__ import annotations

import pytest

from contracts.hall_words import VisitState
from hall.application.begin_serving import BeginServing, begin_serving
from hall.application.call_next import CallNext, call_next
from hall.application.mark_no_show import MarkNoShow, mark_no_show
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


def test_a_missed_visit_leaves_the_counter_free_and_is_not_yet_told():
    hall = called()
    visit = hall.run(mark_no_show, MarkNoShow(ONE))
    assert visit.state is VisitState.NO_SHOW
    assert hall.work().visits.at_counter(ONE) is None
    assert hall.told == [], "it may come back until the close of the day"


def test_somebody_who_is_being_served_is_there():
    with pytest.raises(errors.NotCalledError):
        serving().run(mark_no_show, MarkNoShow(ONE))
