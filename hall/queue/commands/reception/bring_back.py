"""Bring back visits that the close of the day ended: all of them when the day is opened again, or one at reception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import VisitState
from hall.calendar.refusals import DayOverError, NotCarriedOverError
from hall.calendar.service_day import DayState, ServiceDay
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit
from hall.queue.queries.left import ended_by_close, is_number_taken

_BY_CLOSE_ONLY = frozenset({VisitState.CARRIED_OVER, VisitState.CLOSED_BY_DAY})


@dataclass(frozen=True)
class BringBack:
    """Let the carried-over `visit` wait again today."""

    visit: VisitId
    by: str


class BringBackWork(CurrentDayWork, Protocol):
    """What bringing a visit back after the close reads and writes."""


def bring_back(command: BringBack, *, work: BringBackWork, now: Moment) -> Visit:
    """Let a visit of today that the close ended wait again, by its first time of issue; the day must be open."""
    day = current_day(work, now)
    visit = work.visits.get(command.visit)
    if day is None or day.day != visit.service_day or day.state is DayState.CLOSED:
        raise DayOverError(f"{visit.ticket} belongs to the service day {visit.service_day}, which is over")
    if visit.state not in _BY_CLOSE_ONLY:
        raise NotCarriedOverError(f"{visit.ticket} is {visit.state.value}; no close of the day ended it")
    if is_number_taken(visit, day, work):
        raise NotCarriedOverError(f"the number {visit.ticket} belongs to another visit now")
    visit.bring_back(command.by, at=now)
    work.visits.save(visit)
    return visit


def bring_all_back(day: ServiceDay, by: str, *, work: HasVisits, now: Moment) -> None:
    """Let all whom the close of this day ended stand in the hall as before."""
    for visit in ended_by_close(day, work=work):
        visit.bring_back(by, at=now)
        work.visits.save(visit)
