"""Let a visitor report from the phone that he comes late, and take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.calendar.refusals import DayOverError
from hall.calendar.service_day import DayState
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit
from hall.queue.queries.place import PlaceWork, ahead_of


@dataclass(frozen=True)
class ComeLate:
    """The visitor of `visit` comes late."""

    visit: VisitId


@dataclass(frozen=True)
class ComeInTime:
    """The visitor of `visit` comes in time after all."""

    visit: VisitId


class ComeLateWork(CurrentDayWork, PlaceWork, Protocol):
    """What a report to be late reads and writes."""


def come_late(command: ComeLate, *, work: ComeLateWork, now: Moment) -> Visit:
    """Hold the waiting visit out for all ahead of it and some further calls of its service; it keeps its rank.

    The further calls are as many as for a visit that missed its call. Where nobody else of the service waits, the visit
    is called: the calling rule holds nobody out from an idle counter.
    """
    day = current_day(work, now)
    visit = work.visits.get(command.visit)
    if day is None or day.day != visit.service_day or day.state is DayState.CLOSED:
        raise DayOverError(f"{visit.ticket} belongs to the service day {visit.service_day}, which is over")
    calls = work.numbers.calls(day.day).get(visit.service, 0)
    further = ahead_of(visit, work=work, now=now) + work.settings.limits.reinstate_after_calls
    visit.come_late(calls=calls, held_until_calls=calls + further)
    work.visits.save(visit)
    return visit


def come_in_time(command: ComeInTime, *, work: HasVisits, now: Moment) -> Visit:  # noqa: ARG001  # every use case is called alike
    """Let the visit stand where it stood before its visitor reported to be late."""
    visit = work.visits.get(command.visit)
    visit.come_in_time()
    work.visits.save(visit)
    return visit
