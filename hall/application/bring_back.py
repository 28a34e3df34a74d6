"""Bring back visits that the close of the day ended: all of them when the day is opened again, or one at reception."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from contracts.hall_words import VisitState
from hall.application.current_day import CurrentDayWork, current_day
from hall.application.visit_ports import HasVisits
from hall.domain.day_errors import DayOverError, NotCarriedOverError
from hall.domain.ids import VisitId
from hall.domain.moment import Moment
from hall.domain.service_day import DayState, ServiceDay
from hall.domain.visit import Visit

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
    if _number_taken(visit, day, work):
        raise NotCarriedOverError(f"the number {visit.ticket} belongs to another visit now")
    visit.bring_back(command.by, at=now)
    work.visits.save(visit)
    return visit


def ended_by_close(day: ServiceDay, *, work: HasVisits) -> Sequence[Visit]:
    """Return the visits that come back when the closed day is opened again, oldest issue first; none of an open day."""
    if day.state is not DayState.CLOSED or day.closed is None:
        return ()
    ended = work.visits.ended_by_close(day.day, day.closed)
    return [visit for visit in ended if not _number_taken(visit, day, work)]


def bring_all_back(day: ServiceDay, by: str, *, work: HasVisits, now: Moment) -> None:
    """Let all whom the close of this day ended stand in the hall as before."""
    for visit in ended_by_close(day, work=work):
        visit.bring_back(by, at=now)
        work.visits.save(visit)


def _number_taken(visit: Visit, day: ServiceDay, work: HasVisits) -> bool:
    """Return whether another visit in the hall has the same number: numbers come round in a large hall."""
    if not visit.ticket:
        return False
    # A visit that missed its call keeps its number: it would find itself.
    return visit.state is not VisitState.NO_SHOW and work.visits.number_in_hall(day.day, visit.ticket)
