"""Find visits of the service day by the number that a visitor reads aloud, whatever their service and state."""

from __future__ import annotations

from typing import Protocol

from contracts.hall_answers import NumberedVisits
from hall.application.current_day import ShownDayWork, shown_day
from hall.application.visit_ports import HasVisits
from hall.application.visit_view import visit_view
from hall.domain.moment import Moment
from hall.domain.partner import PartnerScope
from hall.domain.stage import IN_HALL


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
