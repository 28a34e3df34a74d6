"""The promise to somebody whose documents are missing: come back with this code until that day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hall.calendar.service_day import next_open_day
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.refusals import ReturnExpiredError, ReturnUsedError
from hall.kernel.settings import Hours


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """One code; `last_day` is the last working day on which it is taken."""

    code: str
    visit: VisitId
    """The visit that ended with documents missing."""
    service: ServiceCode
    made_on: date
    last_day: date
    missing: tuple[str, ...] = ()
    used_by: VisitId | None = None
    """The visit of the person who came back with it."""

    def use(self, visit: VisitId, today: date) -> ReturnSlip:
        """Return the slip as used by a visit of today; raise why it cannot be."""
        if self.used_by is not None:
            raise ReturnUsedError("somebody came back with this code already")
        if today > self.last_day:
            raise ReturnExpiredError(f"this code was good until {self.last_day.isoformat()}")
        return replace(self, used_by=visit)


def last_day_of(made_on: date, days: int, hours: Hours) -> date:
    """Return the working day that is `days` working days after another; day of making is day 0.

    Where the hall has no working day in the next two months, it is the last that was found.
    """
    last = made_on
    for _ in range(days):
        last = next_open_day(last, hours) or last
    return last
