"""Find the visit of somebody who lost his ticket: by its service and about when, or by the telephone number he left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.ports import HasVisits, Sought
from hall.queue.model.visit import Visit

MOST = 100
"""Visits that one question finds at most: who has more before him asks more narrowly."""


@dataclass(frozen=True)
class FindVisits:
    """What is known of the lost ticket, all of it optional; instants are aware and inclusive."""

    service: ServiceCode | None = None
    since: datetime | None = None
    until: datetime | None = None
    begins: str = ""
    """How the number begins (`A04`), or the whole number typed short (`A4`)."""
    has_phone: Callable[[date], Collection[VisitId]] | None = None
    """Which visits of a day left the telephone number asked for; None: telephones do not matter."""


class FindVisitsWork(ShownDayWork, HasVisits, Protocol):
    """What finding visits reads."""


def find_visits(command: FindVisits, *, work: FindVisitsWork, now: Moment) -> Sequence[Visit]:
    """Return the visits of the service day with a ticket that fit, the newest first, `MOST` at most."""
    day = shown_day(work, now)
    if day is None:
        return ()
    among: Collection[VisitId] | None = None
    if command.has_phone is not None:
        among = command.has_phone(day.day)
        if not among:
            return ()
    return work.visits.sought(
        day.day, Sought(command.service, command.since, command.until, command.begins, among), MOST
    )
