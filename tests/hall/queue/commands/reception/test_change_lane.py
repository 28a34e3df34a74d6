"""Staff give a waiting visit priority or take it back, and its place follows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Lane, LaneReason, Outcome, VisitState
from hall.appointments.commands.appointments import Book, CheckInVisit, book, check_in
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel import refusals
from hall.kernel.facts import LaneChanged
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.kiosk_settings import Appointments
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.reception.change_lane import ChangeLane, change_lane
from hall.queue.commands.reception.come_back import ComeBack, come_back
from tests.helpers.example_hall import LANDS, NINE, SETTINGS, called_hall, serving_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

TWO = CounterId(2)
GIVE = ChangeLane(VisitId("v2"), True, "badriya", LaneReason.SEEN)
TAKE = replace(GIVE, priority=False, reason=LaneReason.CORRECTED)


def two_waiting(**more: object) -> MemoryHall:
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2", **more)
    return hall


def next_called(hall: MemoryHall) -> str:
    visit = hall.run(call_next, CallNext(TWO))
    assert visit is not None
    return visit.id


def test_who_is_given_priority_goes_before_who_came_earlier():
    hall = two_waiting()
    visit = hall.run(change_lane, GIVE)
    assert (visit.lane, visit.state, visit.stage.rank_from) == (Lane.PRIORITY, VisitState.WAITING, visit.issued)
    assert hall.facts[-1] == LaneChanged(
        VisitId("v2"), "L002", LANDS, "badriya", Lane.STANDARD, Lane.PRIORITY, LaneReason.SEEN
    )
    assert next_called(hall) == "v2"


def test_priority_taken_back_puts_the_visit_where_its_wait_puts_it():
    hall = two_waiting(priority=True)
    assert hall.run(change_lane, TAKE).lane is Lane.STANDARD
    assert hall.facts[-1] == LaneChanged(
        VisitId("v2"), "L002", LANDS, "badriya", Lane.PRIORITY, Lane.STANDARD, LaneReason.CORRECTED
    )
    assert next_called(hall) == "v1"


def test_a_head_start_is_no_right_to_be_first():
    hall = staffed_hall()
    take(hall, "v1")
    hall.clock.advance(1300)
    take(hall, "v2")
    hall.run(change_lane, GIVE)
    assert next_called(hall) == "v1", "who has waited longer than the head start stays before"


@pytest.mark.parametrize(("priority", "command"), [(True, GIVE), (False, TAKE)])
def test_what_is_so_already_is_refused_and_leaves_no_fact(priority: bool, command: ChangeLane):
    hall = two_waiting(priority=priority)
    told = len(hall.facts)
    with pytest.raises(refusals.AlreadySoError):
        hall.run(change_lane, command)
    assert len(hall.facts) == told


def test_only_a_waiting_visit_changes_its_lane():
    hall = called_hall("v2")
    with pytest.raises(refusals.NotWaitingError):
        hall.run(change_lane, GIVE)
    with pytest.raises(refusals.VisitUnknownError):
        hall.run(change_lane, replace(GIVE, visit=VisitId("nobody")))


@pytest.mark.parametrize(
    ("service_s", "back_to"),
    [(Lane.STANDARD, Lane.STANDARD), (Lane.PREMIUM, Lane.PREMIUM), (Lane.PRIORITY, Lane.STANDARD)],
)
def test_taken_back_the_visit_is_in_its_service_s_lane_but_never_in_priority(service_s: Lane, back_to: Lane):
    services = tuple(replace(one, lane=service_s) for one in SETTINGS.services)
    hall = staffed_hall(replace(SETTINGS, services=services))
    take(hall, "v2", priority=True)
    assert hall.run(change_lane, TAKE).lane is back_to


def test_who_has_an_appointment_gets_its_lane_and_slot_back():
    hall = staffed_hall(replace(SETTINGS, appointments=Appointments(offered=True)))
    slot = NINE + timedelta(minutes=10)
    hall.run(book, Book(LANDS, slot, ("48217390",), "reception"))
    hall.run(check_in, CheckInVisit("48217390", VisitId("v2"), "kiosk-1"))
    assert hall.run(change_lane, GIVE).lane is Lane.PRIORITY
    visit = hall.run(change_lane, TAKE)
    assert (visit.lane, visit.stage.rank_from.at) == (Lane.APPOINTMENT, slot)


def test_who_comes_back_with_a_code_gets_the_lane_of_those_back():
    hall = serving_hall()
    hall.run(finish, Finish(CounterId(1), Outcome.DOCUMENTS_MISSING, codes=("48213377",)))
    hall.run(come_back, ComeBack("48213377", VisitId("v2"), "reception"))
    assert hall.run(change_lane, GIVE).lane is Lane.PRIORITY
    assert hall.run(change_lane, TAKE).lane is Lane.RETURNING


def test_whoever_was_carried_over_without_priority_is_of_those_who_come_back():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(close_day, CloseDay("head"))
    hall.clock.set_wall(NINE + timedelta(days=1))
    take(hall, "v9")
    (carried,) = [visit for visit in hall.stored.visits.values() if visit.carried_from == "v1"]
    assert carried.lane is Lane.RETURNING
    assert hall.run(change_lane, replace(GIVE, visit=carried.id)).lane is Lane.PRIORITY
    assert hall.run(change_lane, replace(TAKE, visit=carried.id)).lane is Lane.RETURNING


def test_an_appointment_that_was_carried_over_has_its_own_lane_without_priority():
    hall = staffed_hall(replace(SETTINGS, appointments=Appointments(offered=True)))
    hall.run(book, Book(LANDS, NINE + timedelta(minutes=10), ("48217390",), "desk"))
    hall.run(check_in, CheckInVisit("48217390", VisitId("v1"), "kiosk-1"))
    hall.run(close_day, CloseDay("head"))
    hall.clock.set_wall(NINE + timedelta(days=1))
    take(hall, "v9")
    (carried,) = [visit for visit in hall.stored.visits.values() if visit.carried_from == "v1"]
    assert carried.lane is Lane.APPOINTMENT
    assert hall.run(change_lane, replace(GIVE, visit=carried.id)).lane is Lane.PRIORITY
    assert hall.run(change_lane, replace(TAKE, visit=carried.id)).lane is Lane.APPOINTMENT
