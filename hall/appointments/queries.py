"""What pages ask about officials: when they receive, and one day of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from contracts.appointments.officials import (
    AbsenceView,
    OfficialAppointment,
    OfficialDay,
    OfficialView,
    SlotView,
    SpanView,
)
from contracts.words.hall import VisitState
from hall.appointments.commands.official_hours import OfficialHoursWork, outside_hours
from hall.appointments.commands.officials import official_of, slots_on, with_official
from hall.appointments.model.appointment import Appointment
from hall.kernel.moment import Moment
from hall.kernel.official_settings import Official
from hall.kernel.ports import HasSettings
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit

_ARRIVED = frozenset({VisitState.WAITING, VisitState.CALLED, VisitState.SERVING, VisitState.PARKED})
_COUNTED = ("booked", "arrived", "served", "not_come", "cancelled")


def official_view(official: Official, *, work: OfficialHoursWork, now: Moment) -> OfficialView:
    """Return the official with his hours and rooms."""
    rooms = tuple(one.number for one in work.settings.counters if official.service in one.services)
    weekly = {
        str(day): tuple(SpanView(f"{span.first:%H:%M}", f"{span.last:%H:%M}") for span in spans)
        for day, spans in sorted(official.weekly.items())
    }
    away = tuple(AbsenceView(one.first, one.last) for one in official.away)
    outside = outside_hours(official, work, now)
    return OfficialView(
        official.code, dict(official.names), official.service, rooms, official.slot_min, weekly, away, outside
    )


class OfficialDayWork(OfficialHoursWork, HasVisits, Protocol):
    """What the view of an official's day reads."""


def official_day(code: str, day: date, *, work: OfficialDayWork, now: Moment) -> OfficialDay:
    """Return a day of the official: his slots, his appointments by slot, and how many of them stand how."""
    official = official_of(code, work.settings)
    booked = with_official(official, day, work)
    slots = slots_on(official, day, work.settings)
    taken = {one.slot for one in booked if one.cancelled is None}
    told = tuple(_appointment(one, slots, work, now) for one in booked)
    views = tuple(
        SlotView(slot, "taken" if slot in taken else "past" if slot <= now.at else "free") for slot in slots
    )  # fmt: skip
    return OfficialDay(
        now.at, official_view(official, work=work, now=now), day, official.is_away(day), views, told, _counts(told)
    )


def _appointment(one: Appointment, slots: Sequence[object], work: OfficialDayWork, now: Moment) -> OfficialAppointment:
    visit = work.visits.find(one.visit) if one.visit is not None else None
    guest = one.guest
    open_still = one.cancelled is None and visit is None
    return OfficialAppointment(
        number=one.number,
        slot_at=one.slot,
        state=_state(one, visit, work, now),
        name=guest.name if guest else "",
        purpose=guest.purpose if guest else "",
        has_phone=guest is not None and guest.sealed is not None,
        ticket=visit.ticket if visit else None,
        counter=visit.counter if visit else None,
        waited_s=_waited_s(one, visit) if visit else None,
        outside=open_still and one.slot > now.at and one.slot not in slots,
    )


def _state(one: Appointment, visit: Visit | None, work: HasSettings, now: Moment) -> str:
    if one.cancelled is not None:
        return "cancelled"
    if visit is not None:
        return visit.state.value
    return "not_come" if now.at > one.closes(work.settings.appointments) else "booked"


def _waited_s(one: Appointment, visit: Visit) -> int | None:
    called = visit.stages[0].first_called
    if called is None:
        return None
    since = max(one.slot, visit.issued.at)
    return max(0, int((called.at - since) / timedelta(seconds=1)))


def _counts(told: Sequence[OfficialAppointment]) -> dict[str, int]:
    counts = dict.fromkeys(_COUNTED, 0)
    arrived = {state.value for state in _ARRIVED}
    words = {"finished": "served", "no_show": "not_come"}
    for one in told:
        word = "arrived" if one.state in arrived else words.get(one.state, one.state)
        counts[word if word in counts else "cancelled"] += 1
    return counts
