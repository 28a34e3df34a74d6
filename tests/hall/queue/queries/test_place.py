"""What a visitor sees of the visit."""

from __future__ import annotations

from datetime import UTC, datetime, time

from contracts.queue.answers import WaitRange
from contracts.words.hall import VisitState
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.settings import FiveTimes
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.queries.place import ahead_of, everybody_ahead, place_view
from tests.helpers.example_hall import HOURS, LANDS, SETTINGS, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace


def told(service: ServiceCode, ahead: int) -> WaitRange:
    assert service == LANDS
    return WaitRange(ahead * 600, ahead * 600, ahead * 600)


def place(hall: MemoryHall, visit: str):
    return place_view(hall.visit(visit), work=hall.work(), now=hall.clock.now(), estimate=told)


def test_who_waits_sees_place_and_wait():
    hall = staffed_hall()
    for name in ("v1", "v2", "v3"):
        take(hall, name)
    view = place(hall, "v3")
    assert (view.ticket, view.people_ahead, view.wait, view.counter) == ("L003", 2, WaitRange(1200, 1200, 1200), None)
    assert (view.hall_names["en"], view.service_names["ar"]) == ("Muscat hall", "الأراضي")


def test_who_is_called_sees_the_counter_and_no_wait():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(CounterId(1)))
    view = place(hall, "v1")
    assert (view.state, view.counter, view.people_ahead, view.wait) == (VisitState.CALLED, 1, 0, None)


def test_who_missed_the_call_sees_no_counter_any_more():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(CounterId(1)))
    hall.run(mark_no_show, MarkNoShow(CounterId(1)))
    view = place(hall, "v1")
    assert (view.state, view.counter, view.wait) == (VisitState.NO_SHOW, None, None)


def test_the_place_moves_up_with_each_call_and_a_priority_visit_moves_it_back():
    hall = staffed_hall()
    for name in ("v1", "v2"):
        take(hall, name)
    work = hall.work()
    assert ahead_of(work.visits.get(hall.visit("v2").id), work=work, now=hall.clock.now()) == 1
    hall.run(call_next, CallNext(CounterId(1)))
    assert place(hall, "v2").people_ahead == 0
    take(hall, "elder", priority=True)
    assert place(hall, "v2").people_ahead == 1


def test_everybodys_place_at_once_is_the_place_of_each():
    hall = staffed_hall()
    for name in ("v1", "v2", "elder", "v3"):
        take(hall, name, priority=name == "elder")
    hall.run(call_next, CallNext(CounterId(1)))
    work, now = hall.work(), hall.clock.now()
    waiting = work.visits.waiting(hall.visit("v1").service_day)
    found = everybody_ahead(hall.visit("v1").service_day, work=work, now=now)
    assert len(waiting) == 3
    assert found == {visit.id: ahead_of(visit, work=work, now=now) for visit in waiting}
    for visit in waiting:
        alone = place_view(visit, work=work, now=now, estimate=told)
        assert place_view(visit, work=work, now=now, estimate=told, ahead=found) == alone


def test_without_a_day_nobody_is_ahead():
    hall = staffed_hall()
    take(hall, "v1")
    empty = new_hall()
    assert ahead_of(hall.visit("v1"), work=empty.work(), now=empty.clock.now()) == 0


def test_who_waits_for_a_service_that_no_counter_serves_is_told_so():
    hall = new_hall()
    take(hall, "v1")
    assert (place(hall, "v1").staffed, place(hall, "v1").begins_at) == (False, "")
    hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    assert place(hall, "v1").staffed
    assert place(hall, "v1").language is None


def test_before_the_counters_open_the_visitor_is_told_when_they_do():
    hours = replace(HOURS, weekly={2: FiveTimes(time(7, 15), time(7, 30), time(8), time(13, 30), time(14, 30))})
    early = datetime(2026, 11, 24, 3, 40, tzinfo=UTC)
    hall = new_hall(replace(SETTINGS, hours=hours), early)
    take(hall, "v1", language="en")
    view = place(hall, "v1")
    assert (view.staffed, view.begins_at, view.language) == (False, "08:00", "en")
