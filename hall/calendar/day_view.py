"""The service day as every program shows it: which day it is, and whether tickets are given."""

from __future__ import annotations

from typing import Protocol

from contracts.settings.hall_view import DayView
from hall.calendar.ports import HasDays
from hall.calendar.service_day import ServiceDay, TicketsGiven, local, tickets_given, times_on
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.settings import HallSettings


class DayViewWork(HasDays, HasSettings, Protocol):
    """What the view of the day reads."""


def day_view(*, work: DayViewWork, now: Moment) -> DayView:
    """Return the service day and whether tickets are given; `reason` is a word where they are not."""
    settings = work.settings
    here = local(now, settings)
    latest = work.days.latest()
    state = tickets_given(latest, here, settings)
    if state is TicketsGiven.DOUBTFUL and latest is not None:
        return DayView(latest.day, state.value, f"clock_says_{here.date().isoformat()}")
    day = latest.day if latest is not None and latest.closed is None else here.date()
    return DayView(day, state.value, None if state is TicketsGiven.OPEN else _reason(state, latest, now, settings))


def _reason(state: TicketsGiven, latest: ServiceDay | None, now: Moment, settings: HallSettings) -> str:
    here = local(now, settings)
    times = times_on(here.date(), settings.hours)
    if settings.closure_at(now.at) is not None:
        return "closed_suddenly"
    if state is TicketsGiven.NOT_YET and times is not None:
        return f"first_ticket_{times.first_ticket:%H:%M}"
    if state is TicketsGiven.OVER and times is not None:
        return f"last_ticket_{times.last_ticket:%H:%M}"
    closed = latest is not None and latest.day == here.date()
    return "closed_by_hand" if closed else "closed_today"
