"""The hall closes suddenly: no tickets, who waits is carried over, bookings move; and it opens again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from contracts.words.closures import ClosureReason
from contracts.words.hall import Outcome, VisitState
from hall.appointments.commands.appointments import Book, book
from hall.appointments.model.refusals import AppointmentSlotError
from hall.calendar.day_view import day_view
from hall.calendar.refusals import DayNotOpenError
from hall.closures.commands.closures import CloseHall, OpenHallAgain, close_hall, look_at_closures, open_again
from hall.closures.model.facts import HallClosed
from hall.closures.model.refusals import ClosureUnknownError
from hall.day.commands.open_day import OpenDay, open_day
from hall.kernel.ids import CounterId
from hall.kernel.kiosk_settings import Appointments
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from tests.helpers.example_hall import LANDS, NINE, SETTINGS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

TEN, NOON = NINE + timedelta(hours=1), NINE + timedelta(hours=3)
BOOKS = replace(SETTINGS, appointments=Appointments(offered=True))


def close(hall: MemoryHall, first: datetime = NINE, until: datetime = NOON, name: str = "c1") -> None:
    hall.run(close_hall, CloseHall(name, first, until, ClosureReason.STORM, "head", hall.clock.now().at))


def look(hall: MemoryHall) -> None:
    hall.run(lambda _command, work, now: look_at_closures(work, now), None)


def states(hall: MemoryHall) -> dict[str, VisitState]:
    return {visit.ticket: visit.state for visit in hall.stored.visits.values()}


def test_a_sudden_closure_gives_no_ticket_and_carries_over_who_waits():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    hall.run(call_next, CallNext(CounterId(1)))
    close(hall)
    assert day_view(work=hall.work(), now=hall.clock.now()).reason == "closed_suddenly"
    with pytest.raises(DayNotOpenError):
        take(hall, "v3")
    assert states(hall) == {"L001": VisitState.CALLED, "L002": VisitState.CARRIED_OVER}


def test_who_is_at_a_counter_is_served_to_the_end():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(CounterId(1)))
    close(hall)
    hall.run(begin_serving, BeginServing(CounterId(1)))
    hall.run(finish, Finish(CounterId(1), Outcome.COMPLETED))
    assert states(hall) == {"L001": VisitState.FINISHED}


def test_opened_again_everybody_waits_as_before_and_tickets_are_given():
    hall = staffed_hall()
    take(hall, "v1")
    close(hall)
    hall.run(open_again, OpenHallAgain("c1", "head"))
    assert states(hall) == {"L001": VisitState.WAITING}
    assert take(hall, "v2") == "L002"
    with pytest.raises(ClosureUnknownError):
        hall.run(open_again, OpenHallAgain("c1", "head"))


def test_a_closure_begins_and_ends_at_its_time():
    hall = staffed_hall()
    close(hall, TEN, NOON)
    take(hall, "v1")
    hall.clock.advance(3600)
    look(hall)
    assert states(hall) == {"L001": VisitState.CARRIED_OVER}
    hall.clock.advance(2 * 3600)
    look(hall)
    assert states(hall) == {"L001": VisitState.WAITING}
    assert hall.work().settings.closures == ()
    assert take(hall, "v2") == "L002"


def test_who_was_carried_over_by_an_earlier_closure_waits_again_when_the_last_one_ends():
    hall = staffed_hall()
    take(hall, "v1")
    close(hall, TEN, NOON)
    close(hall, TEN + timedelta(hours=1), NOON + timedelta(hours=1), name="c2")
    hall.clock.advance(3600)
    look(hall)
    hall.clock.advance(2 * 3600)
    look(hall)
    assert states(hall) == {"L001": VisitState.CARRIED_OVER}
    hall.clock.advance(3600)
    look(hall)
    assert states(hall) == {"L001": VisitState.WAITING}


def test_of_three_closures_the_one_that_is_ended_by_hand_hands_on_who_waits():
    hall = staffed_hall()
    take(hall, "v1")
    for name, hours in {"c1": (1, 2), "c2": (1.5, 5), "c3": (1.75, 4)}.items():
        close(hall, *(NINE + timedelta(hours=one) for one in hours), name=name)
    for _ in range(2):
        hall.clock.advance(3600)
        look(hall)
    hall.run(open_again, OpenHallAgain("c2", "head"))
    assert states(hall) == {"L001": VisitState.CARRIED_OVER}
    hall.run(open_again, OpenHallAgain("c3", "head"))
    assert states(hall) == {"L001": VisitState.WAITING}


def test_no_day_begins_while_the_hall_is_closed_and_the_next_one_has_who_was_carried_over():
    hall = staffed_hall()
    take(hall, "v1")
    close(hall, until=NINE + timedelta(hours=26))
    hall.clock.advance(24 * 3600)
    look(hall)
    with pytest.raises(DayNotOpenError):
        take(hall, "v2")
    with pytest.raises(DayNotOpenError):
        hall.run(open_day, OpenDay("head"))
    hall.clock.advance(2 * 3600)
    look(hall)
    take(hall, "v3")
    assert [visit.ticket for visit in hall.stored.visits.values() if visit.state is VisitState.WAITING] == [
        "L001",
        "L002",
    ]


def test_bookings_move_to_the_next_open_day_and_back():
    hall = staffed_hall(BOOKS)
    hall.run(book, Book(LANDS, TEN, ("123456",), "reception"))
    hall.run(book, Book(LANDS, NOON, ("654321",), "reception"))
    close(hall)
    moved = hall.work().appointments.find("123456")
    assert moved is not None
    assert (moved.slot, hall.work().appointments.find("654321").slot) == (TEN + timedelta(days=1), NOON)  # type: ignore[union-attr]
    with pytest.raises(AppointmentSlotError):
        hall.run(book, Book(LANDS, TEN, ("777777",), "reception"))
    assert hall.run(open_again, OpenHallAgain("c1", "head")) == 1
    assert hall.work().appointments.find("123456").slot == TEN  # type: ignore[union-attr]


def test_a_full_slot_leads_to_the_nearest_free_one():
    hall = staffed_hall(BOOKS)
    tomorrow = TEN + timedelta(days=1)
    for number in ("111111", "222222"):
        hall.run(book, Book(LANDS, tomorrow, (number,), "reception"))
    hall.run(book, Book(LANDS, TEN, ("123456",), "reception"))
    close(hall)
    moved = hall.work().appointments.find("123456")
    assert moved is not None
    assert abs(moved.slot - tomorrow) == timedelta(seconds=BOOKS.appointments.slot_s)


def test_the_same_closure_again_changes_nothing():
    hall = staffed_hall()
    close(hall)
    close(hall)
    assert sum(isinstance(fact, HallClosed) for fact in hall.facts) == 1
