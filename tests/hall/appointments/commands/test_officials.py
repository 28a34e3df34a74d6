"""A slot with an official is booked once, moved with its number, and called by him alone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

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
    restore_appointment,
)
from hall.appointments.commands.officials import (
    BookOfficial,
    MoveAppointment,
    book_official,
    booked_with,
    move_appointment,
    official_of,
)
from hall.appointments.model import refusals
from hall.appointments.model.facts import AppointmentMoved
from hall.calendar.facts import AppointmentBooked, AppointmentRestored
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.kiosk_settings import Appointments
from hall.kernel.official_settings import Official, Span
from hall.kernel.settings import Agent, Counter, HallSettings, Service
from hall.queue.commands.counter.call_next import CallNext, call_next
from tests.helpers.example_hall import NINE, SETTINGS, TUESDAY, staffed_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

OFFICE, ROOM, DIRECTOR = ServiceCode("M"), CounterId(9), AgentId("director")
HALF_PAST = NINE + timedelta(minutes=30)
WEEK = {day: (Span(time(9), time(11)),) for day in (7, 1, 2, 3, 4)}


def with_director(settings: HallSettings = SETTINGS) -> HallSettings:
    """Return a hall whose director receives from nine to eleven, in slots of half an hour, in room 9."""
    return replace(
        settings,
        appointments=Appointments(offered=True),
        services=(*settings.services, Service(OFFICE, "M", {"en": "Director"}, open=False)),
        counters=(*settings.counters, Counter(ROOM, {"en": "Director's office"}, (OFFICE,))),
        agents=(*settings.agents, Agent(DIRECTOR, {"en": "Director"})),
        officials=(Official("director", {"en": "Director"}, DIRECTOR, OFFICE, WEEK, 30),),
    )


def booking(slot: datetime = HALF_PAST, number: str = "48217390", **more: object) -> BookOfficial:
    return BookOfficial("director", slot, (number,), "desk", **more)  # type: ignore[arg-type]  # test shorthand


def moving(slot: datetime, number: str = "48217390") -> MoveAppointment:
    def reseal(was: date, day: date, number: str, sealed: bytes) -> bytes:
        return sealed + f" from {was.day} to {day.day} of {number}".encode()

    return MoveAppointment(number, slot, "desk", reseal)


@pytest.fixture
def hall() -> MemoryHall:
    return staffed_hall(with_director())


def test_a_free_slot_is_booked_and_told_without_the_visitor(hall):
    seal = lambda day, number: f"{day.day} {number}".encode()  # noqa: E731 - a line
    booked = hall.run(book_official, booking(name="سعيد", purpose="Plot 12", seal=seal))
    assert (booked.slot, booked.service, booked.service_day) == (HALF_PAST, OFFICE, TUESDAY)
    assert booked.guest is not None
    assert (booked.guest.name, booked.guest.sealed) == ("سعيد", b"24 48217390")
    assert hall.facts[-1] == AppointmentBooked("48217390", OFFICE, "desk")


def test_of_two_who_want_one_slot_the_second_is_told_until_it_is_free_again(hall):
    hall.run(book_official, booking())
    with pytest.raises(refusals.SlotTakenError):
        hall.run(book_official, booking(number="11111111"))
    hall.run(cancel_appointment, CancelAppointment("48217390", "desk"))
    assert hall.run(book_official, booking(number="11111111")).number == "11111111"
    official = official_of("director", hall.settings)
    assert [one.number for one in booked_with(official, TUESDAY, hall.work())] == ["11111111"]


@pytest.mark.parametrize("slot", [NINE, HALF_PAST + timedelta(minutes=5), NINE + timedelta(hours=3)])
def test_what_is_past_or_no_slot_cannot_be_booked(hall, slot):
    hall.clock.advance(1)
    with pytest.raises(refusals.AppointmentSlotError):
        hall.run(book_official, booking(slot))


def test_nobody_is_booked_on_a_holiday_with_a_stranger_or_where_none_are_offered(hall):
    with pytest.raises(refusals.AppointmentSlotError):
        hall.run(book_official, booking(HALF_PAST + timedelta(days=2)))
    with pytest.raises(refusals.OfficialUnknownError):
        hall.run(book_official, replace(booking(), official="nobody"))
    hall.run(book_official, booking())
    with pytest.raises(refusals.AppointmentTakenError):
        hall.run(book_official, booking(HALF_PAST + timedelta(minutes=30)))
    with pytest.raises(refusals.AppointmentsNotOfferedError):
        staffed_hall(replace(with_director(), appointments=Appointments())).run(book_official, booking())


def test_a_move_keeps_the_number_and_takes_the_telephone_to_the_other_day_s_key(hall):
    hall.run(book_official, booking(seal=lambda _day, _number: b"sealed"))
    tomorrow = HALF_PAST + timedelta(days=1)
    moved = hall.run(move_appointment, moving(tomorrow))
    assert (moved.number, moved.slot, moved.service_day.day) == ("48217390", tomorrow, 25)
    assert moved.guest is not None
    assert moved.guest.sealed == b"sealed from 24 to 25 of 48217390"
    assert hall.facts[-1] == AppointmentMoved("48217390", OFFICE, HALF_PAST, tomorrow, "desk")
    facts = len(hall.facts)
    hall.run(move_appointment, moving(tomorrow))
    assert len(hall.facts) == facts, "the same slot again changes nothing"


def test_nothing_moves_to_a_taken_slot_nor_what_is_cancelled_used_or_with_a_service(hall):
    hall.run(book_official, booking())
    hall.run(book_official, booking(HALF_PAST + timedelta(minutes=30), "11111111"))
    with pytest.raises(refusals.SlotTakenError):
        hall.run(move_appointment, moving(HALF_PAST, "11111111"))
    hall.run(cancel_appointment, CancelAppointment("11111111", "desk"))
    with pytest.raises(refusals.AppointmentCancelledError):
        hall.run(move_appointment, moving(HALF_PAST, "11111111"))
    hall.run(check_in, CheckInVisit("48217390", VisitId("a1"), "kiosk-1"))
    with pytest.raises(refusals.AppointmentUsedError):
        hall.run(move_appointment, moving(HALF_PAST + timedelta(minutes=30)))
    hall.run(book, Book(ServiceCode("L"), HALF_PAST, ("22222222",), "desk"))
    with pytest.raises(refusals.NotWithOfficialError):
        hall.run(move_appointment, moving(HALF_PAST, "22222222"))


def test_who_comes_to_the_official_is_called_by_him_and_by_nobody_else(hall):
    hall.run(book_official, booking())
    issued = hall.run(check_in, CheckInVisit("48217390", VisitId("a1"), "kiosk-1"))
    assert (issued.visit.lane, issued.visit.stage.for_agent) == (Lane.APPOINTMENT, DIRECTOR)
    assert hall.run(call_next, CallNext(CounterId(1))) is None
    hall.run(sign_in, SignIn("s9", ROOM, DIRECTOR))
    assert hall.run(call_next, CallNext(ROOM)).id == "a1"


def test_where_the_official_has_left_the_set_up_his_room_serves_who_was_promised_a_slot(hall):
    hall.run(book_official, booking())
    hall.settings = replace(hall.settings, officials=())
    issued = hall.run(check_in, CheckInVisit("48217390", VisitId("a1"), "kiosk-1"))
    assert issued.visit.stage.for_agent is None
    assert find_appointment("48217390", hall.work()).visit == "a1"


def test_an_officials_service_is_booked_by_his_slots_alone() -> None:
    hall = staffed_hall(with_director())
    with pytest.raises(refusals.AppointmentSlotError, match="official director"):
        hall.run(book, Book(OFFICE, HALF_PAST, ("48217391",), "platform"))
    assert not hall.work().appointments.of_day(TUESDAY)


def test_a_cancel_is_taken_back_with_slot_number_and_guest(hall):
    before = hall.run(book_official, booking(name="سعيد", purpose="Plot 12"))
    hall.run(cancel_appointment, CancelAppointment(before.number, "desk"))
    assert hall.run(restore_appointment, CancelAppointment(before.number, "desk")) == before
    assert hall.facts[-1] == AppointmentRestored(before.number, OFFICE, "desk")
    told = len(hall.facts)
    assert hall.run(restore_appointment, CancelAppointment(before.number, "desk")) == before
    assert len(hall.facts) == told, "again changes nothing"


def test_no_cancel_is_taken_back_where_somebody_has_the_slot_or_it_is_over(hall):
    for number in ("11111111", "22222222"):
        hall.run(book_official, booking(number=number))
        hall.run(cancel_appointment, CancelAppointment(number, "desk"))
    hall.run(restore_appointment, CancelAppointment("22222222", "desk"))
    with pytest.raises(refusals.SlotTakenError):
        hall.run(restore_appointment, CancelAppointment("11111111", "desk"))
    hall.run(cancel_appointment, CancelAppointment("22222222", "desk"))
    hall.clock.advance(3600)
    with pytest.raises(refusals.AppointmentSlotError):
        hall.run(restore_appointment, CancelAppointment("22222222", "desk"))
