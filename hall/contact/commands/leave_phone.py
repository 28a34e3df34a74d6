"""Keep a telephone number for messages about one turn, or erase it when the visitor takes his consent back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from hall.calendar.refusals import DayOverError
from hall.contact.model.phone_ports import HasPhones
from hall.kernel.facts import PhoneErased, PhoneLeft
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings, RecordsFacts
from hall.kernel.refusals import PhoneNotKeptError
from hall.queue.model.ports import HasVisits
from hall.queue.model.stage import IN_HALL
from hall.queue.model.visit import Visit

KEPT = timedelta(hours=23)
"""How long after the ticket was given a number is kept: erasing has an hour to be done within the day promised."""


@dataclass(frozen=True)
class LeavePhone:
    """Keep a number of the visit, sealed by `seal` under its service day (None: erase it); `by` is the device."""

    visit: VisitId
    seal: Callable[[date], bytes] | None
    by: str


class LeavePhoneWork(HasPhones, HasSettings, HasVisits, RecordsFacts, Protocol):
    """What leaving a telephone number reads and writes."""


def leave_phone(command: LeavePhone, *, work: LeavePhoneWork, now: Moment) -> Visit:
    """Keep or erase; erasing is always possible and does nothing where there is no number."""
    visit = work.visits.get(command.visit)
    if command.seal is None:
        if work.phones.erase(visit.id):
            work.record(PhoneErased(visit.id, visit.ticket, visit.service, command.by))
        return visit
    if not work.settings.kiosk.phone:
        raise PhoneNotKeptError("this hall sends no messages and keeps no telephone numbers")
    until = visit.issued.at + KEPT
    if visit.state not in IN_HALL or now.at >= until:
        raise DayOverError(f"the visit of {visit.ticket} is over; there is nothing to send a message about")
    work.phones.keep(visit.id, visit.service_day, command.seal(visit.service_day), until)
    work.record(PhoneLeft(visit.id, visit.ticket, visit.service, command.by))
    return visit
