"""Which sudden closures stand, whom one would touch, and how many bookings the next days have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from contracts.day.closures import ClosureEffect, ClosuresView, ClosureView
from hall.appointments.commands.appointments import AppointmentWork
from hall.calendar.ports import HasDays
from hall.calendar.service_day import local
from hall.closures.commands.move_bookings import bookings_between
from hall.kernel.closure import Closure
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.queue.model.ports import HasVisits
from hall.queue.model.stage import AT_COUNTER

DAYS_TOLD = 15
"""Days of which the centre gets the number of bookings: today and two weeks."""


class EffectWork(AppointmentWork, HasDays, HasVisits, Protocol):
    """What the effect of a closure is read from."""


def closures_view(*, work: HasSettings) -> ClosuresView:
    """Return what stands or is to come, the earliest first."""
    return ClosuresView(tuple(closure_view(one) for one in sorted(work.settings.closures, key=lambda one: one.first)))


def closure_view(one: Closure) -> ClosureView:
    """Return one closure as the hall head's page shows it."""
    return ClosureView(
        one.id, one.reason, one.first, one.until, dict(one.texts), one.by, one.at, one.from_centre, one.heard,
        len(one.moved),
    )  # fmt: skip


def effect_of(first: datetime, until: datetime, *, work: EffectWork, now: Moment) -> ClosureEffect:
    """Return how many a closure touches; one that is to come touches nobody who waits now."""
    day = work.days.latest()
    left = work.visits.in_hall(day.day) if day is not None and first <= now.at else ()
    booked = bookings_between(first, until, work=work, now=now)
    at_counters = sum(visit.state in AT_COUNTER for visit in left)
    officials = sum(one.guest is not None for one in booked)
    return ClosureEffect(len(left) - at_counters, at_counters, len(booked) - officials, officials)


def bookings_by_day(*, work: AppointmentWork, now: Moment) -> Mapping[str, int]:
    """Return how many bookings each of the next days has, by its date; days without any are left out."""
    zone = ZoneInfo(work.settings.time_zone)
    end = datetime.combine(local(now, work.settings).date() + timedelta(days=DAYS_TOLD), time.min, zone)
    booked = bookings_between(now.at, end, work=work, now=now)
    return Counter(one.service_day.isoformat() for one in booked)
