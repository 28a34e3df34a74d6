"""Close the service day: by the hall head, from a page of who is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from hall.calendar.refusals import AgentsServingError, DayClosedError
from hall.calendar.service_day import DayState, ServiceDay
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.end_day import EndDayWork, end_by_day, end_day
from hall.queue.model.stage import AT_COUNTER


class Leaving(Enum):
    """What happens to a visit that still waits or is parked at the close of the day."""

    CARRIED_OVER = "carried_over"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class CloseDay:
    """Close the day; `choices` by visit, `waiting` for all others who wait or are parked."""

    by: str
    waiting: Leaving = Leaving.CARRIED_OVER
    choices: Mapping[VisitId, Leaving] = field(default_factory=dict)
    end_serving: bool = False
    """It is meant that visits at a counter end too: called ones as missed, served ones closed by the day."""


class CloseDayWork(EndDayWork, Protocol):
    """What closing the day reads and writes."""


def close_day(command: CloseDay, *, work: CloseDayWork, now: Moment) -> ServiceDay:
    """Close the newest day; refuse while a visit is at a counter, unless `end_serving`."""
    day = work.days.latest()
    if day is None or day.state is DayState.CLOSED:
        raise DayClosedError("there is no open service day")
    left = work.visits.in_hall(day.day)
    busy = [visit.ticket or "a walk-up" for visit in left if visit.state in AT_COUNTER]
    if busy and not command.end_serving:
        raise AgentsServingError(f"still at a counter: {', '.join(busy)}")
    for visit in left:
        if visit.state in AT_COUNTER:
            end_by_day(visit, now)
        elif command.choices.get(visit.id, command.waiting) is Leaving.CANCELLED:
            visit.cancel_at_close(command.by, at=now)
        else:
            visit.carry_over(at=now)
    end_day(day, left, by=command.by, work=work, now=now)
    return day
