"""A booked slot becomes a visit on its lane, ranked from the slot: neither coming early nor late wins anything."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from contracts.words.hall import Lane
from hall.appointments.commands.appointments import (
    Book,
    CancelAppointment,
    CheckInVisit,
    book,
    cancel_appointment,
    check_in,
    find_appointment,
    new_appointment,
)
from hall.appointments.model import refusals as appointments_refusals
from hall.calendar.facts import AppointmentBooked, AppointmentCancelled, AppointmentCheckedIn
from hall.kernel import refusals
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.kernel.kiosk_settings import Appointments
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.issue_ticket import Issued
from tests.helpers.example_hall import HOUSING, LANDS, NINE, SETTINGS, TUESDAY, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

OFFERING = replace(SETTINGS, appointments=Appointments(offered=True))
AT_HALF_PAST = NINE + timedelta(minutes=30)


def hall_with(slot: datetime = AT_HALF_PAST, service: ServiceCode = LANDS) -> MemoryHall:
    hall = staffed_hall(OFFERING)
    hall.run(book, Book(service, slot, ("48217390",), "reception"))
    return hall


def come(hall: MemoryHall, visit: str = "a1") -> Issued:
    return hall.run(check_in, CheckInVisit("48217390", VisitId(visit), "kiosk-1"))


def test_a_slot_is_booked_under_its_number_and_told():
    hall = hall_with()
    booked = find_appointment("48217390", hall.work())
    assert (booked.slot, booked.service_day, booked.booked_by) == (AT_HALF_PAST, TUESDAY, "reception")
    assert hall.facts[-1] == AppointmentBooked("48217390", LANDS, "reception")
    assert [one.number for one in hall.work().appointments.of_day(TUESDAY)] == ["48217390"]


def test_the_same_booking_again_is_the_same_and_another_under_its_number_is_refused():
    hall = hall_with()
    hall.run(book, Book(LANDS, AT_HALF_PAST, ("48217390",), "reception"))
    assert len(hall.work().appointments.of_day(TUESDAY)) == 1
    with pytest.raises(appointments_refusals.AppointmentTakenError):
        hall.run(book, Book(LANDS, AT_HALF_PAST + timedelta(minutes=5), ("48217390",), "reception"))
    made = hall.run(book, Book(LANDS, AT_HALF_PAST, ("48217390", "48217391"), "reception"))
    assert made.number == "48217391", "of the hall's own numbers the first that nobody has"


@pytest.mark.parametrize(
    "slot",
    [NINE - timedelta(minutes=1), NINE + timedelta(hours=12), NINE + timedelta(days=2), NINE + timedelta(days=3)],
    ids=["past", "evening", "holiday", "friday"],
)
def test_a_time_at_which_nobody_is_served_cannot_be_booked(slot: datetime):
    hall = staffed_hall(OFFERING)
    with pytest.raises(appointments_refusals.AppointmentSlotError):
        new_appointment(Book(LANDS, slot, ("48217390",), "x"), OFFERING, hall.clock.now(), taken=set())


def test_its_holder_gets_a_ticket_on_its_lane_even_where_no_more_are_given():
    hall = hall_with()
    closed = replace(SETTINGS.service(LANDS), open=False, quota=1)
    hall.settings = replace(OFFERING, services=(closed, *SETTINGS.services[1:]))
    hall.clock.advance(25 * 60)
    issued = come(hall)
    assert (issued.visit.ticket, issued.visit.lane, issued.repeated) == ("L001", Lane.APPOINTMENT, False)
    assert hall.facts[-1] == AppointmentCheckedIn(VisitId("a1"), "L001", LANDS, "48217390", "kiosk-1")


def test_a_retry_gets_the_same_ticket_and_a_second_holder_none():
    hall = hall_with()
    hall.clock.advance(25 * 60)
    first = come(hall)
    assert come(hall) == replace(first, repeated=True)
    with pytest.raises(appointments_refusals.AppointmentUsedError):
        come(hall, "a2")
    assert come(hall).visit.ticket == "L001"


def test_early_late_unknown_and_not_offered_are_refused_and_change_nothing():
    hall = hall_with(NINE + timedelta(hours=2))
    with pytest.raises(appointments_refusals.AppointmentEarlyError):
        come(hall)
    hall.clock.advance(2 * 3600 + 16 * 60)
    with pytest.raises(appointments_refusals.AppointmentLateError):
        come(hall)
    with pytest.raises(appointments_refusals.AppointmentUnknownError):
        hall.run(check_in, CheckInVisit("99999999", VisitId("a1"), "kiosk-1"))
    assert hall.work().visits.find(VisitId("a1")) is None
    hall.settings = SETTINGS
    with pytest.raises(appointments_refusals.AppointmentsNotOfferedError):
        come(hall)


def test_a_visit_of_another_kind_is_not_taken_over():
    hall = hall_with()
    hall.clock.advance(25 * 60)
    take(hall, "a1", HOUSING)
    with pytest.raises(refusals.VisitIdTakenError):
        come(hall)


def test_coming_early_wins_nothing_before_the_slot():
    hall = hall_with()
    hall.clock.advance(1)
    come(hall)  # 30 minutes before: 15 minutes of head start do not make up for it
    take(hall, "walked-in")
    assert hall.run(call_next, CallNext(CounterId(2))).id == "walked-in"
    assert hall.run(call_next, CallNext(CounterId(1))).id == "a1"


def test_at_its_slot_it_goes_before_who_came_less_than_its_head_start_ago():
    hall = hall_with()
    hall.clock.advance(16 * 60)
    take(hall, "w1")  # 14 minutes before the slot
    hall.clock.advance(14 * 60)
    come(hall)
    assert hall.run(call_next, CallNext(CounterId(2))).id == "a1"


def test_a_slot_is_given_up_once_and_its_number_is_of_no_use_then():
    hall = hall_with()
    for _ in range(2):
        hall.run(cancel_appointment, CancelAppointment("48217390", "reception"))
    told = [fact for fact in hall.facts if isinstance(fact, AppointmentCancelled)]
    assert told == [AppointmentCancelled("48217390", LANDS, "reception")]
    hall.clock.advance(25 * 60)
    with pytest.raises(appointments_refusals.AppointmentCancelledError):
        come(hall)
