"""Find visits of the service day by the number that a visitor reads aloud, whatever their service and state."""

from __future__ import annotations

from typing import Protocol

from contracts.queue.answers import NumberedVisits
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope
from hall.queue.model.ports import HasVisits
from hall.queue.model.stage import IN_HALL
from hall.queue.queries.visit_view import visit_view


class NumberedVisitsWork(ShownDayWork, HasVisits, Protocol):
    """What finding visits by their number reads."""


def numbered_visits(
    number: int, *, work: NumberedVisitsWork, now: Moment, notes: bool = False, scope: PartnerScope | None = None
) -> NumberedVisits:
    """Return the day's visits with this number: those in the hall first, the newest before the others."""
    day = shown_day(work, now)
    found = work.visits.numbered(day.day, number) if day else ()
    if scope is not None:
        found = [visit for visit in found if scope.sees_stage(visit.stage)]
    newest_first = sorted(found, key=lambda visit: visit.issued.at, reverse=True)
    ranked = sorted(newest_first, key=lambda visit: visit.state not in IN_HALL)
    return NumberedVisits(now.at, tuple(visit_view(visit, notes=notes) for visit in ranked))
