"""Move bookings out of a time in which the hall is closed, and back when it opens after all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hall.appointments.commands.appointments import AppointmentWork
from hall.appointments.model.appointment import Appointment
from hall.appointments.model.facts import AppointmentMoved
from hall.calendar.service_day import times_on
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings

AHEAD_DAYS = 60
"""How far ahead another slot is looked for."""


def bookings_between(first: datetime, until: datetime, *, work: AppointmentWork, now: Moment) -> Sequence[Appointment]:
    """Return the bookings of a time that can still be used, in the order of their slots."""
    zone, limits = ZoneInfo(work.settings.time_zone), work.settings.appointments
    start, end = max(first, now.at - timedelta(seconds=limits.late_s)).astimezone(zone), until.astimezone(zone)
    return [
        one
        for one in work.appointments.of_days(start.date(), end.date())
        if one.cancelled is None and one.visit is None and start <= one.slot < end
    ]


def move_bookings(
    first: datetime, until: datetime, *, by: str, work: AppointmentWork, now: Moment
) -> Mapping[str, datetime]:
    """Give the bookings of a time whose slot is closed by now the same hour of the next open day, or the nearest free.

    Return the earlier slots by number. A booking with an official stays: only he knows when he can see the visitor.
    """
    moved = {}
    for one in bookings_between(first, until, work=work, now=now):
        if is_open_at(one.slot, work.settings):
            continue
        slot = next(_free_slots(one, work, now), None) if one.guest is None else None
        if slot is not None:
            _move(one, slot, by, work)
            moved[one.number] = one.slot
    return moved


def move_back(moved: Mapping[str, datetime], *, by: str, work: AppointmentWork, now: Moment) -> int:
    """Give bookings the slots that they had, as far as these are to come and still free; return how many."""
    back = 0
    for number, slot in moved.items():
        one = work.appointments.find(number)
        if one is not None and one.cancelled is None and one.visit is None and _is_free(one, slot, work, now):
            _move(one, slot, by, work)
            back += 1
    return back


def _move(one: Appointment, slot: datetime, by: str, work: AppointmentWork) -> None:
    day = slot.astimezone(ZoneInfo(work.settings.time_zone)).date()
    work.appointments.save(replace(one, slot=slot, service_day=day))
    work.record(AppointmentMoved(one.number, one.service, one.slot, slot, by))


def _free_slots(one: Appointment, work: AppointmentWork, now: Moment) -> Iterator[datetime]:
    for ahead in range(1, AHEAD_DAYS + 1):
        wished = one.slot + timedelta(days=ahead)
        nearest = sorted(_slots(one.service_day + timedelta(days=ahead), work), key=lambda slot: abs(slot - wished))
        yield from (slot for slot in (wished, *nearest) if _is_free(one, slot, work, now))


def _slots(day: date, work: AppointmentWork) -> Iterator[datetime]:
    """Return the beginnings of the slots of a day on which the hall is open."""
    settings = work.settings
    times, zone = times_on(day, settings.hours), ZoneInfo(settings.time_zone)
    if times is None:
        return
    at, last = (datetime.combine(day, time, zone) for time in (times.first_ticket, times.last_ticket))
    while at <= last:
        yield at
        at += timedelta(seconds=settings.appointments.slot_s)


def is_open_at(slot: datetime, settings: HallSettings) -> bool:
    """Return whether the hall gives tickets at this instant, by its hours and without a closure."""
    there = slot.astimezone(ZoneInfo(settings.time_zone))
    times = times_on(there.date(), settings.hours)
    inside = times is not None and times.first_ticket <= there.time() <= times.last_ticket
    return inside and settings.closure_at(slot) is None


def _is_free(one: Appointment, slot: datetime, work: AppointmentWork, now: Moment) -> bool:
    """Return whether the hall gives tickets at the slot, and its service has a place in it."""
    settings = work.settings
    if slot <= now.at or not is_open_at(slot, settings):
        return False
    there_booked = replace(one, slot=slot, service_day=slot.astimezone(ZoneInfo(settings.time_zone)).date())
    others = work.appointments.of_day(there_booked.service_day)
    taken = sum(other.in_slot_of(there_booked, settings.appointments) for other in others)
    return taken < settings.service(one.service).appointments_per_slot
