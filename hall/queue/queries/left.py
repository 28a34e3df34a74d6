"""Who is left in the hall when its day is to be closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from contracts.day.answers import LeftView, LeftVisit
from contracts.words.hall import VisitState
from hall.calendar.service_day import DayState, ServiceDay, local
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.kernel.moment import Moment
from hall.queue.model.ports import HasVisits
from hall.queue.model.stage import AT_COUNTER
from hall.queue.model.visit import Visit


class LeftViewWork(ShownDayWork, HasVisits, Protocol):
    """What the view of who is left at the close reads."""


def left_view(*, work: LeftViewWork, now: Moment) -> LeftView:
    """Return everybody who waits, is called, served or parked, those at counters first, then oldest issue first.

    Of a closed day it says how many come back when it is opened again.
    """
    day = shown_day(work, now)
    if day is None:
        return LeftView(local(now, work.settings).date(), ())
    left = sorted(work.visits.in_hall(day.day), key=lambda visit: (visit.state not in AT_COUNTER, visit.issued.at))
    back = len(ended_by_close(day, work=work)) if day.day == local(now, work.settings).date() else 0
    return LeftView(day.day, tuple(map(_left, left)), back, day.closed.at if day.closed else None)


def _left(visit: Visit) -> LeftVisit:
    return LeftVisit(visit.id, visit.ticket, visit.service, visit.state, visit.counter, visit.issued.at)


def ended_by_close(day: ServiceDay, *, work: HasVisits) -> Sequence[Visit]:
    """Return the visits that come back when the closed day is opened again, oldest issue first; none of an open day."""
    if day.state is not DayState.CLOSED or day.closed is None:
        return ()
    ended = work.visits.ended_by_close(day.day, day.closed)
    return [visit for visit in ended if not is_number_taken(visit, day, work)]


def is_number_taken(visit: Visit, day: ServiceDay, work: HasVisits) -> bool:
    """Return whether another visit in the hall has the same number: numbers come round in a large hall."""
    if not visit.ticket:
        return False
    # A visit that missed its call keeps its number: it would find itself.
    return visit.state is not VisitState.NO_SHOW and work.visits.number_in_hall(day.day, visit.ticket)
