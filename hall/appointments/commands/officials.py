"""Appointments with officials: book a free slot, move it, and see the day as it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from hall.appointments.commands.appointments import check_offered, find_appointment, first_free
from hall.appointments.model.appointment import Appointment, Guest
from hall.appointments.model.facts import AppointmentMoved, AppointmentPhoneRead
from hall.appointments.model.ports import HasAppointments
from hall.appointments.model.refusals import (
    AppointmentCancelledError,
    AppointmentSlotError,
    AppointmentUsedError,
    NotWithOfficialError,
    OfficialUnknownError,
    SlotTakenError,
)
from hall.calendar.facts import AppointmentBooked
from hall.calendar.service_day import times_on
from hall.kernel.moment import Moment
from hall.kernel.official_settings import Official
from hall.kernel.ports import HasSettings, RecordsFacts
from hall.kernel.refusals import NoPhoneLeftError
from hall.kernel.settings import HallSettings

Seal = Callable[[date, str], bytes]
"""Seals the visitor's telephone number under the key of a day, for the appointment of a number."""
Reseal = Callable[[date, date, str, bytes], bytes | None]
"""Takes a sealed number from the key of one day to that of another; None where it cannot be opened any more."""


@dataclass(frozen=True)
class BookOfficial:
    """Book `slot` (aware) with an official; the first of `numbers` that nobody has becomes its number."""

    official: str
    slot: datetime
    numbers: tuple[str, ...]
    by: str
    name: str = ""
    purpose: str = ""
    seal: Seal | None = None
    """None: the visitor left no telephone number."""


@dataclass(frozen=True)
class MoveAppointment:
    """Give the holder of a number another slot with the same official."""

    number: str
    slot: datetime
    by: str
    reseal: Reseal


@dataclass(frozen=True)
class ReadGuestPhone:
    """Somebody is about to call the holder of a number."""

    number: str
    by: str


class OfficialsWork(HasAppointments, HasSettings, RecordsFacts, Protocol):
    """What appointments with officials read and write."""


def book_official(command: BookOfficial, *, work: OfficialsWork, now: Moment) -> Appointment:
    """Book a slot; of two callers who want the same one, the second gets the answer that it is taken."""
    check_offered(work.settings)
    official = official_of(command.official, work.settings)
    day = free_day(official, command.slot, work, now)
    number = first_free(command.numbers, work)
    sealed = command.seal(day, number) if command.seal is not None else None
    guest = Guest(official.code, command.name, command.purpose, sealed)
    booked = Appointment(number, official.service, day, command.slot, now.at, command.by, guest=guest)
    work.appointments.save(booked)
    work.record(AppointmentBooked(number, official.service, command.by))
    return booked


def move_appointment(command: MoveAppointment, *, work: OfficialsWork, now: Moment) -> Appointment:
    """Move to another slot; the number stays, so that the visitor's paper or message is valid for the new slot."""
    known = find_appointment(command.number, work)
    if known.guest is None:
        raise NotWithOfficialError("this appointment is with a service: cancel it and book another one")
    if known.cancelled is not None:
        raise AppointmentCancelledError("this appointment was cancelled: book another one")
    if known.visit is not None:
        raise AppointmentUsedError("this appointment has a ticket already")
    official = official_of(known.guest.official, work.settings)
    if command.slot == known.slot:
        return known
    day = free_day(official, command.slot, work, now)
    sealed = known.guest.sealed
    if sealed is not None and day != known.service_day:
        sealed = command.reseal(known.service_day, day, known.number, sealed)
    moved = replace(known, slot=command.slot, service_day=day, guest=replace(known.guest, sealed=sealed))
    work.appointments.save(moved)
    work.record(AppointmentMoved(known.number, known.service, known.slot, command.slot, command.by))
    return moved


def read_guest_phone(command: ReadGuestPhone, *, work: OfficialsWork) -> tuple[date, bytes]:
    """Return the day and the sealed number and record the reading; raise AppointmentUnknownError, NoPhoneLeftError."""
    known = find_appointment(command.number, work)
    if known.guest is None or known.guest.sealed is None:
        raise NoPhoneLeftError("no telephone number is kept for this appointment")
    work.record(AppointmentPhoneRead(known.number, known.service, command.by))
    return known.service_day, known.guest.sealed


def official_of(code: str, settings: HallSettings) -> Official:
    """Return the official with this code; raise OfficialUnknownError."""
    official = next((one for one in settings.officials if one.code == code), None)
    if official is None:
        raise OfficialUnknownError(f"this hall has no official {code[:40]!r}")
    return official


def slots_on(official: Official, day: date, settings: HallSettings) -> Sequence[datetime]:
    """Return the official's slots of a day on which the hall is open."""
    if times_on(day, settings.hours) is None:
        return ()
    return [slot for slot in official.slots(day, settings.time_zone) if settings.closure_at(slot) is None]


def free_day(official: Official, slot: datetime, work: OfficialsWork, now: Moment) -> date:
    """Return the day of a slot that is still free; raise why it cannot be booked."""
    day = slot.astimezone(ZoneInfo(work.settings.time_zone)).date()
    if slot <= now.at or slot not in slots_on(official, day, work.settings):
        raise AppointmentSlotError(f"{official.code} receives nobody at {slot}")
    if any(one.slot == slot for one in booked_with(official, day, work)):
        raise SlotTakenError(f"somebody has {slot} with {official.code} already")
    return day


def booked_with(official: Official, day: date, work: HasAppointments) -> Sequence[Appointment]:
    """Return the appointments of a day with the official that were not cancelled."""
    return [one for one in with_official(official, day, work) if one.cancelled is None]


def with_official(official: Official, day: date, work: HasAppointments) -> Sequence[Appointment]:
    """Return all appointments of a day with the official, by slot."""
    return [
        one for one in work.appointments.of_day(day) if one.guest is not None and one.guest.official == official.code
    ]
