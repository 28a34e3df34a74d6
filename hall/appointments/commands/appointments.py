"""Book a slot, give it up, and let its holder in: the appointment becomes a visit on its lane, ranked from its slot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from contracts.words.hall import Lane
from hall.appointments.model.appointment import Appointment, slot_moment
from hall.appointments.model.ports import HasAppointments
from hall.appointments.model.refusals import (
    AppointmentFullError,
    AppointmentSlotError,
    AppointmentsNotOfferedError,
    AppointmentTakenError,
    AppointmentUnknownError,
    SlotTakenError,
)
from hall.calendar.facts import AppointmentBooked, AppointmentCancelled, AppointmentCheckedIn, AppointmentRestored
from hall.calendar.service_day import local, times_on
from hall.kernel.ids import AgentId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings, RecordsFacts
from hall.kernel.refusals import VisitIdTakenError
from hall.kernel.settings import HallSettings
from hall.queue.commands.current_day import CurrentDayWork, day_for_tickets
from hall.queue.commands.issue_ticket import GiveTicketWork, Issued, check_kiosk, give_ticket
from hall.queue.model.new_visit import Arrival
from hall.queue.queries.place import PlaceWork, ahead_of


@dataclass(frozen=True)
class Book:
    """Book `slot` (aware) with a service; the first of `numbers` that nobody has becomes its number."""

    service: ServiceCode
    slot: datetime
    numbers: tuple[str, ...]
    by: str


@dataclass(frozen=True)
class CheckInVisit:
    """Let the holder of a booking number in as `visit`; `by` is the device."""

    number: str
    visit: VisitId
    by: str
    language: str | None = None
    code_hash: str = ""


@dataclass(frozen=True)
class CancelAppointment:
    """Give a slot up."""

    number: str
    by: str


class AppointmentWork(HasAppointments, HasSettings, RecordsFacts, Protocol):
    """What booking and cancelling read and write."""


def book(command: Book, *, work: AppointmentWork, now: Moment) -> Appointment:
    """Book; the same number with the same slot and service again is the same appointment."""
    check_offered(work.settings)
    known = work.appointments.find(command.numbers[0]) if len(command.numbers) == 1 else None
    if known is not None and (known.service, known.slot) == (command.service, command.slot) and not known.cancelled:
        return known
    booked = new_appointment(command, work.settings, now, taken=_taken(command.numbers, work))
    refuse_full(booked, work.appointments.of_day(booked.service_day), work.settings)
    work.appointments.save(booked)
    work.record(AppointmentBooked(booked.number, booked.service, command.by))
    return booked


def new_appointment(command: Book, settings: HallSettings, now: Moment, *, taken: set[str]) -> Appointment:
    """Return the appointment, or raise why it cannot be booked; `taken` are the numbers that others have."""
    settings.service(command.service)
    host = next((one for one in settings.officials if one.service == command.service), None)
    if host is not None:
        # Only the official's own week says when he receives, and each of his slots is one visitor's.
        raise AppointmentSlotError(f"{command.service} is official {host.code}'s: book one of his slots at /officials")
    there = command.slot.astimezone(ZoneInfo(settings.time_zone))
    times = times_on(there.date(), settings.hours)
    inside = settings.hours.always_open or (times and times.first_ticket <= there.time() <= times.last_ticket)
    if command.slot <= now.at or not inside or settings.closure_at(command.slot) is not None:
        raise AppointmentSlotError(f"the hall serves nobody at {there:%Y-%m-%d %H:%M}")
    number = next((number for number in command.numbers if number not in taken), None)
    if number is None:
        raise AppointmentTakenError(f"another appointment has the number {command.numbers[0]}")
    return Appointment(number, command.service, there.date(), command.slot, now.at, command.by)


def refuse_full(one: Appointment, of_day: Iterable[Appointment], settings: HallSettings) -> None:
    """Raise AppointmentFullError where the others of its day fill its slot."""
    service, limits = settings.service(one.service), settings.appointments
    others = sum(other.in_slot_of(one, limits) for other in of_day)
    if others >= service.appointments_per_slot:
        there = one.slot.astimezone(ZoneInfo(settings.time_zone))
        raise AppointmentFullError(f"{service.code} has its {others} appointments about {there:%Y-%m-%d %H:%M} already")


class CheckInWork(CurrentDayWork, GiveTicketWork, PlaceWork, HasAppointments, Protocol):
    """What checking in reads and writes: the appointment, and all that a ticket needs."""


def check_in(command: CheckInVisit, *, work: CheckInWork, now: Moment) -> Issued:
    """Give the holder his ticket; the same visit again (a retry) gets the same one.

    A service that gives no tickets now, or no more today, still serves whom it promised a slot.
    """
    check_offered(work.settings)
    known = find_appointment(command.number, work)
    if known.visit is not None and known.visit == command.visit:
        visit = work.visits.get(known.visit)
        return Issued(visit, ahead_of(visit, work=work, now=now), repeated=True)
    check_kiosk(command.by, work.settings)
    today = local(now, work.settings).date()
    checked = known.become(command.visit, now.at, today, work.settings.appointments)
    if work.visits.find(command.visit) is not None:
        raise VisitIdTakenError(f"visit {command.visit} is another one")
    day = day_for_tickets(work, now)
    arrival = Arrival(
        command.visit, known.service, Lane.APPOINTMENT, command.by, None, command.language, command.code_hash
    )
    issued = give_ticket(
        arrival, day, work=work, now=now, rank_from=slot_moment(known.slot, now), for_agent=_host(known, work.settings)
    )
    work.appointments.save(checked)
    visit = issued.visit
    work.record(AppointmentCheckedIn(visit.id, visit.ticket, visit.service, known.number, command.by))
    return issued


def cancel_appointment(command: CancelAppointment, *, work: AppointmentWork, now: Moment) -> Appointment:
    """Give the slot up; a second time changes nothing."""
    known = find_appointment(command.number, work)
    cancelled = known.cancel(now.at)
    if cancelled != known:
        work.appointments.save(cancelled)
        work.record(AppointmentCancelled(known.number, known.service, command.by))
    return cancelled


def restore_appointment(command: CancelAppointment, *, work: AppointmentWork, now: Moment) -> Appointment:
    """Take a cancel back, with the slot and the number as they were; a second time changes nothing.

    Raise SlotTakenError where somebody has booked the official's slot meanwhile, AppointmentFullError where others have
    filled the service's, AppointmentSlotError when it is over.
    """
    known = find_appointment(command.number, work)
    restored = known.restore(now.at)
    if restored == known:
        return known
    others = work.appointments.of_day(known.service_day)
    if known.guest is None:
        refuse_full(known, others, work.settings)
    elif any(one.takes(known) for one in others):
        raise SlotTakenError(f"somebody has {known.slot} with {known.guest.official} meanwhile")
    work.appointments.save(restored)
    work.record(AppointmentRestored(known.number, known.service, command.by))
    return restored


def find_appointment(number: str, work: HasAppointments) -> Appointment:
    """Return the appointment with this number; raise AppointmentUnknownError."""
    known = work.appointments.find(number)
    if known is None:
        raise AppointmentUnknownError("no appointment has this number")
    return known


def first_free(numbers: Iterable[str], work: HasAppointments) -> str:
    """Return the first number that no appointment has; raise AppointmentTakenError."""
    number = next((number for number in numbers if work.appointments.find(number) is None), None)
    if number is None:
        raise AppointmentTakenError("another appointment has this number")
    return number


def _host(known: Appointment, settings: HallSettings) -> AgentId | None:
    """Return the agent whom the visitor comes to see; None with a service, or where the official has left."""
    if known.guest is None:
        return None
    return next((one.agent for one in settings.officials if one.code == known.guest.official), None)


def _taken(numbers: Iterable[str], work: HasAppointments) -> set[str]:
    return {number for number in numbers if work.appointments.find(number) is not None}


def check_offered(settings: HallSettings) -> None:
    """Raise AppointmentsNotOfferedError where the hall takes none."""
    if not settings.appointments.offered:
        raise AppointmentsNotOfferedError("this hall takes no appointments")
