"""Which days of a period have other figures than when they were closed (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from contracts.figure_answers import Figures, RevisedDay
from dashboard.figures import figures_of
from dashboard.measured import Targets
from dashboard.stage_rows import DayRows, StageColumns


@dataclass(frozen=True)
class ClosedDay:
    """A day as it stood when it was closed."""

    at: datetime
    stages: StageColumns


NONE_CLOSED: Mapping[date, ClosedDay] = MappingProxyType({})
Revised = tuple[tuple[RevisedDay, ...], Figures | None]
"""The days that were revised, and the whole period as it was closed."""
UNREVISED: Revised = ((), None)


def revisions(
    service: str | None, days: Sequence[DayRows], closed: Mapping[date, ClosedDay], targets: Targets
) -> Revised:
    """Return the days that were revised, and the whole period as it was closed where there is one.

    A correction that changes no figure (an outcome, say) revises no day here: the visit's own story tells it.
    """
    found: dict[date, RevisedDay] = {}
    for day, stages in days:
        one = closed.get(day)
        if one is not None:
            then, now = figures_of(of_service(one.stages, service), targets), figures_of(stages, targets)
            if then.transactions is None:  # a day that was closed before they were counted
                then = replace(then, transactions=now.transactions)
            if then != now:
                found[day] = RevisedDay(day, one.at, then, now)
    if not found:
        return UNREVISED
    as_closed = (of_service(closed[day].stages, service) if day in found else stages for day, stages in days)
    return tuple(found.values()), figures_of(StageColumns.joined(as_closed), targets)


def of_service(stages: StageColumns, service: str | None) -> StageColumns:
    """Return the stages of one service, or all."""
    return stages if service is None else stages.chosen([one == service for one in stages.service])
