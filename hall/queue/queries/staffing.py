"""Whether a counter is open for a service now, and when counters open today where none is yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Protocol

from hall.calendar.service_day import local, times_on
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.settings import HallSettings
from hall.queue.model.ports import HasSessions
from hall.queue.model.session import CounterSession
from hall.queue.queries.queue_context import taker_at


@dataclass(frozen=True, slots=True)
class Staffing:
    """Of one service: whether a counter is `open` for it, else the local HH:MM at which counters open today, or ""."""

    open: bool
    begins_at: str = ""


class StaffingWork(HasSessions, HasSettings, Protocol):
    """What finding who works where reads."""


def staffing_of(service: ServiceCode, *, work: StaffingWork, now: Moment) -> Staffing:
    """Return whether somebody may call a visit of this service now."""
    settings = work.settings
    if any(service in taker_at(settings, counter, agent).services for counter, agent in _working(work)):
        return Staffing(open=True)
    return Staffing(open=False, begins_at=counters_open_at(work, now))


def _working(work: StaffingWork) -> list[tuple[CounterId, AgentId]]:
    """Return who works at a counter that the settings still have."""
    known = {counter.number for counter in work.settings.counters}
    return [(counter, agent) for counter, agent in work.sessions.working() if counter in known]


def counters_open_at(work: HasSettings, now: Moment) -> str:
    """Return the local HH:MM at which counters open later today; "" where that time has passed or is not set."""
    here = local(now, work.settings)
    times = times_on(here.date(), work.settings.hours)
    if times is None or times.counters_open == time.min or here.time() >= times.counters_open:
        return ""
    return f"{times.counters_open:%H:%M}"


def open_counters(
    service: ServiceCode, sessions: Mapping[CounterId, CounterSession], settings: HallSettings
) -> list[CounterId]:
    """Return the counters whose agent is working and may serve the service."""
    return [
        counter.number
        for counter in settings.counters
        if (session := sessions.get(counter.number)) is not None
        and not session.on_break
        and service in taker_at(settings, counter.number, session.agent).services
    ]
