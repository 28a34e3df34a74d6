"""Who is left in the hall when its day is to be closed."""

from __future__ import annotations

from typing import Protocol

from contracts.day_answers import LeftView, LeftVisit
from hall.application.bring_back import ended_by_close
from hall.application.current_day import ShownDayWork, shown_day
from hall.application.visit_ports import HasVisits
from hall.domain.moment import Moment
from hall.domain.service_day import local
from hall.domain.stage import AT_COUNTER
from hall.domain.visit import Visit


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
