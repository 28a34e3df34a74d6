"""A missed visit comes back, behind two further calls."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Outcome, VisitState
from hall.calendar import refusals as calendar_refusals
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel import refusals
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from tests.helpers.example_hall import called_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE = CounterId(1)


def missed() -> MemoryHall:
    hall = called_hall()
    hall.run(mark_no_show, MarkNoShow(ONE))
    return hall


BACK = Reinstate(VisitId("v1"), "kiosk-1")


def serve_next(hall: MemoryHall) -> str:
    visit = hall.run(call_next, CallNext(ONE))
    assert visit is not None
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    return visit.id


def test_it_waits_behind_two_further_calls_then_by_its_first_issue():
    hall = missed()
    for name in ("v2", "v3", "v4"):
        take(hall, name)
    hall.run(reinstate, BACK)
    assert [serve_next(hall) for _ in range(4)] == ["v2", "v3", "v1", "v4"]


def test_it_is_called_at_once_when_nobody_else_waits():
    hall = missed()
    hall.run(reinstate, BACK)
    assert serve_next(hall) == "v1"


def test_the_third_time_needs_a_reason_from_the_list():
    hall = missed()
    for _ in range(2):
        hall.run(reinstate, BACK)
        hall.run(call_next, CallNext(ONE))
        hall.run(mark_no_show, MarkNoShow(ONE))
    with pytest.raises(refusals.ReinstateLimitError):
        hall.run(reinstate, BACK)
    with pytest.raises(refusals.ReasonUnknownError):
        hall.run(reinstate, Reinstate(VisitId("v1"), "head", "because"))
    assert hall.run(reinstate, Reinstate(VisitId("v1"), "head", "special_care")).state is VisitState.WAITING


def test_only_on_its_own_service_day():
    hall = missed()
    hall.run(close_day, CloseDay("head"))
    with pytest.raises(calendar_refusals.DayOverError):
        hall.run(reinstate, BACK)
    hall = missed()
    hall.clock.set_wall(hall.clock.at + timedelta(days=1))
    with pytest.raises(calendar_refusals.DayOverError):
        hall.run(reinstate, BACK)


def test_who_did_not_miss_a_call_is_refused():
    hall = staffed_hall()
    take(hall, "v1")
    with pytest.raises(refusals.NotMissedError):
        hall.run(reinstate, BACK)
