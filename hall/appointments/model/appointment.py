"""A booked visit: its slot, when its holder may check in, and whether he did; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from hall.appointments.model.refusals import (
    AppointmentCancelledError,
    AppointmentEarlyError,
    AppointmentLateError,
    AppointmentOtherDayError,
    AppointmentSlotError,
    AppointmentUsedError,
)
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.kiosk_settings import Appointments
from hall.kernel.moment import Moment

SHORTEST, LONGEST = 6, 12
"""Digits of a booking number: what a person types without a mistake."""


class CheckInTime(Enum):
    """Whether its holder may check in now."""

    OPEN = "open"
    OTHER_DAY = "other_day"
    EARLY = "early"
    LATE = "late"
    USED = "used"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Guest:
    """Who comes to an official, as far as he said; erased a day after the slot."""

    official: str
    """The official's code."""
    name: str = ""
    purpose: str = ""
    sealed: bytes | None = None
    """The telephone number, sealed under the key of the slot's day."""


@dataclass(frozen=True)
class Appointment:
    """A slot with a service or an official. With a service nothing says whose it is: the number alone does."""

    number: str
    service: ServiceCode
    service_day: date
    slot: datetime
    """Aware UTC."""
    booked: datetime
    booked_by: str
    cancelled: datetime | None = None
    visit: VisitId | None = None
    """The visit that it became."""
    guest: Guest | None = None
    """With which official, and who comes; None: it is with the service."""

    def opens(self, limits: Appointments) -> datetime:
        """Return from when one may check in."""
        return self.slot - timedelta(seconds=limits.early_s)

    def closes(self, limits: Appointments) -> datetime:
        """Return until when one may."""
        return self.slot + timedelta(seconds=limits.late_s)

    def check_in(self, now: datetime, today: date, limits: Appointments) -> CheckInTime:
        """Return whether its holder may check in now."""
        if self.cancelled is not None:
            return CheckInTime.CANCELLED
        if self.visit is not None:
            return CheckInTime.USED
        if self.service_day != today:
            return CheckInTime.OTHER_DAY
        if now < self.opens(limits):
            return CheckInTime.EARLY
        return CheckInTime.LATE if now > self.closes(limits) else CheckInTime.OPEN

    def become(self, visit: VisitId, now: datetime, today: date, limits: Appointments) -> Appointment:
        """Return the appointment checked in as `visit`, or raise the refusal that says why it cannot be.

        No text repeats the number, which lets its holder in: devices log refusals.
        """
        match self.check_in(now, today, limits):
            case CheckInTime.OPEN:
                return replace(self, visit=visit)
            case CheckInTime.CANCELLED:
                raise AppointmentCancelledError("this appointment was cancelled")
            case CheckInTime.USED:
                raise AppointmentUsedError("this appointment has a ticket already")
            case CheckInTime.OTHER_DAY:
                raise AppointmentOtherDayError(f"this appointment is on {self.service_day}")
            case CheckInTime.EARLY:
                raise AppointmentEarlyError(f"this appointment can be checked in from {self.opens(limits)}")
            case CheckInTime.LATE:
                raise AppointmentLateError(f"this appointment could be checked in to {self.closes(limits)}")

    def cancel(self, now: datetime) -> Appointment:
        """Return it cancelled; one that became a visit cannot be, its visit can."""
        if self.visit is not None:
            raise AppointmentUsedError("this appointment has a ticket already; cancel its visit")
        return self if self.cancelled is not None else replace(self, cancelled=now)

    def takes(self, other: Appointment) -> bool:
        """Return whether this is somebody else's, of the same slot with the same official."""
        if self.guest is None or other.guest is None or self.cancelled is not None or self.number == other.number:
            return False
        return (self.slot, self.guest.official) == (other.slot, other.guest.official)

    def in_slot_of(self, other: Appointment, limits: Appointments) -> bool:
        """Return whether this is another booking that holds, with the same service and in the same slot."""
        if self.guest is not None or self.cancelled is not None or self.number == other.number:
            return False
        same = slot_of(self.slot, limits) == slot_of(other.slot, limits)
        return same and self.service == other.service

    def restore(self, now: datetime) -> Appointment:
        """Return it booked as it was before it was cancelled; one whose slot is over stays cancelled."""
        if self.cancelled is not None and self.slot <= now:
            raise AppointmentSlotError("the slot of this appointment is over: book another one")
        return replace(self, cancelled=None)


def slot_of(at: datetime, limits: Appointments) -> int:
    """Return the number of the slot in which an instant lies, counted from the Unix epoch.

    >>> from datetime import UTC
    >>> ten = datetime(2026, 11, 25, 10, tzinfo=UTC)
    >>> slot_of(ten + timedelta(minutes=15), Appointments()) - slot_of(ten, Appointments())
    1
    """
    return int(at.timestamp()) // limits.slot_s


def slot_moment(slot: datetime, now: Moment) -> Moment:
    """Return the slot on the hall's clocks; it may lie ahead of now."""
    ahead_ns = int((slot - now.at) / timedelta(microseconds=1)) * 1000
    return Moment(slot, now.monotonic_ns + ahead_ns, now.boot)


def is_number(text: str) -> bool:
    """Return whether this can be a booking number.

    >>> is_number("48217390"), is_number("4821"), is_number("4821-7390")
    (True, False, False)
    """
    return SHORTEST <= len(text) <= LONGEST and text.isascii() and text.isdigit()
