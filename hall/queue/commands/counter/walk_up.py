"""Serve somebody who has no ticket."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import VisitorKind
from hall.calendar.refusals import DayClosedError, DayNotOpenError
from hall.calendar.service_day import DayState
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import VisitIdTakenError
from hall.queue.commands.counter.at_counter import VisitInHandWork, checked_reason, free_at
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.model.new_visit import Arrival, walked_up
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class WalkUp:
    """Begin the visit `visit` (a new UUIDv7) at `counter` without a ticket, for a reason from the hall's list."""

    visit: VisitId
    counter: CounterId
    service: ServiceCode
    reason: str
    visitor_kind: VisitorKind | None = None


class WalkUpWork(CurrentDayWork, VisitInHandWork, Protocol):
    """What serving somebody without a ticket reads and writes."""


def walk_up(command: WalkUp, *, work: WalkUpWork, now: Moment) -> Visit:
    """Begin serving; the visit counts in the day's figures and is on no board."""
    day = current_day(work, now)
    session = free_at(work, command.counter)
    service = work.settings.service(command.service)
    reason = checked_reason(work, command.reason)
    if work.visits.find(command.visit) is not None:
        raise VisitIdTakenError(f"visit {command.visit} is there already")
    if day is None:
        raise DayNotOpenError("the hall is closed today; the hall head can open it")
    if day.state is DayState.CLOSED:
        raise DayClosedError("the service day is closed; the hall head can open it again")
    arrival = Arrival(command.visit, service.code, service.lane, session.agent, command.visitor_kind)
    visit = walked_up(arrival, day.day, counter=command.counter, agent=session.agent, reason=reason, at=now)
    work.visits.add(visit)
    return visit
