"""Let a visit that missed its call wait again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.calendar.refusals import DayOverError
from hall.calendar.service_day import DayState
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import checked_reason
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.model.ports import HasNumbers
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class Reinstate:
    """Let `visit` wait again; past the hall's limit with a reason from its list."""

    visit: VisitId
    by: str
    reason: str | None = None


class ReinstateWork(CurrentDayWork, HasNumbers, Protocol):
    """What reinstating a visit reads and writes."""


def reinstate(command: Reinstate, *, work: ReinstateWork, now: Moment) -> Visit:
    """Put the missed visit back by its first time of issue, after some further calls of its service; same day only."""
    day = current_day(work, now)
    visit = work.visits.get(command.visit)
    reason = None if command.reason is None else checked_reason(work, command.reason)
    if day is None or day.day != visit.service_day or day.state is DayState.CLOSED:
        raise DayOverError(f"{visit.ticket} belongs to the service day {visit.service_day}, which is over")
    limits = work.settings.limits
    calls = work.numbers.calls(day.day).get(visit.service, 0)
    visit.reinstate(
        command.by,
        held_until_calls=calls + limits.reinstate_after_calls,
        limit=limits.reinstate_max,
        reason=reason,
    )
    work.visits.save(visit)
    return visit
