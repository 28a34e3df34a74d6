"""Figures of one period, put together from the days of a source."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from contracts.figure_answers import FiguresView
from dashboard.figures import DaysPieces
from dashboard.measured import Targets
from dashboard.revisions import NONE_CLOSED, UNREVISED, ClosedDay, Revised, of_service, revisions
from dashboard.stage_rows import DayRows, StageSource

PERIODS = ("day", "week", "month", "year")
LONG_PERIODS = (*PERIODS, "decade")
"""With the ten years that end with the day's own: for whoever keeps more than single stages."""


@dataclass(frozen=True)
class Asked:
    """What somebody wants to know: the period in which `day` lies, of all services or of one."""

    period: str
    day: date
    service: str | None = None

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day.

        >>> [str(day) for day in Asked("week", date(2026, 11, 26)).days]
        ['2026-11-22', '2026-11-28']
        """
        return _BOUNDS[self.period](self.day)

    def stages(self, source: StageSource, first: date, last: date) -> list[DayRows]:
        """Return of the days from the first to the last the stages that are asked for."""
        return [(day, of_service(stages, self.service)) for day, stages in source.days(first, last)]

    def pieces(self, days: Sequence[DayRows], targets: Targets) -> DaysPieces:
        """Return what these days come to, in the steps of the period."""
        return DaysPieces.of(days, targets, by_month=self.period == "year")


def figures_view(
    asked: Asked, *, source: StageSource, targets: Targets, at: datetime, closed: Mapping[date, ClosedDay] = NONE_CLOSED
) -> FiguresView:
    """Return the figures of the period; Oman's week begins on Sunday. `closed`: days that may have changed since."""
    days = asked.stages(source, *asked.days)
    revised = revisions(asked.service, days, closed, targets)
    return view_of(asked, asked.pieces(days, targets), at=at, revised=revised)


def view_of(asked: Asked, pieces: DaysPieces, *, at: datetime, revised: Revised = UNREVISED) -> FiguresView:
    """Return the figures of the period whose days these pieces are of."""
    (first, last), (days, as_closed) = asked.days, revised
    return FiguresView(
        at=at,
        period=asked.period,
        first=first,
        last=last,
        service=asked.service,
        total=pieces.whole,
        services=pieces.of_parts(pieces.parts["service"]),
        hours=pieces.of_parts(pieces.parts["hour"]),
        lanes=pieces.of_parts(pieces.parts["lane"]),
        visitor_kinds=pieces.of_parts(pieces.parts["visitor_kind"]),
        counters=pieces.of_parts(pieces.parts["counter"]),
        steps=pieces.of_parts(pieces.steps),
        heat=pieces.cells(),
        revised=days,
        total_closed=as_closed,
    )


@dataclass(frozen=True)
class StageFigures:
    """The figures' source (`dashboard.ports.FigureSource`) over single stages."""

    stages: StageSource
    targets: Targets

    def figures(self, asked: Asked, *, at: datetime) -> FiguresView:
        """Return the figures of the period."""
        return figures_view(asked, source=self.stages, targets=self.targets, at=at)


def _day(day: date) -> tuple[date, date]:
    return day, day


def _week(day: date) -> tuple[date, date]:
    first = day - timedelta(days=day.isoweekday() % 7)
    return first, first + timedelta(days=6)


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _year(day: date) -> tuple[date, date]:
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _decade(day: date) -> tuple[date, date]:
    return date(max(1, day.year - 9), 1, 1), date(day.year, 12, 31)


_BOUNDS: dict[str, Callable[[date], tuple[date, date]]] = {
    "day": _day, "week": _week, "month": _month, "year": _year, "decade": _decade,
}  # fmt: skip
