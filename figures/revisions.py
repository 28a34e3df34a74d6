"""Which days of a period have other figures than when they were closed (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from contracts.reporting.figures import Figures, RevisedDay
from figures.stage_rows import DayRows, StageRow, Targets, of_service
from figures.tally import tally_of


@dataclass(frozen=True)
class ClosedDay:
    """A day as it stood when it was closed."""

    at: datetime
    stages: Sequence[StageRow]


Revised = tuple[tuple[RevisedDay, ...], Figures | None]
"""The days that were revised, and the whole period as it was closed."""
UNREVISED: Revised = ((), None)


def revisions(
    service: str | None, days: Sequence[DayRows], closed: Mapping[date, ClosedDay], targets: Targets
) -> Revised:
    """Return the days that were revised, and the whole period as it was closed where there is one.

    A correction that changes no figure (an outcome, say) revises no day here: the visit's own story tells it.
    """
    if not closed:
        return UNREVISED
    found: dict[date, RevisedDay] = {}
    as_closed: list[StageRow] = []
    for day, stages in days:
        one, as_now = closed.get(day), of_service(stages, service)
        if one is None:
            as_closed += as_now
            continue
        at_close = of_service(one.stages, service)
        as_closed += at_close
        then, now = (tally_of(rows, targets).figures(transactions=True) for rows in (at_close, as_now))
        if then != now:
            found[day] = RevisedDay(day, one.at, then, now)
    return (tuple(found.values()), tally_of(as_closed, targets).figures(transactions=True)) if found else UNREVISED
