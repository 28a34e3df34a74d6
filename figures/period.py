"""The period that figures are asked for, and what its stages come to."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from figures.slices import Slice
from figures.stage_rows import DayRows, Targets, of_service

PERIODS = ("day", "week", "month", "year")
LONG_PERIODS = (*PERIODS, "decade")
"""All periods, and the ten years up to the day: only where roll-ups are kept."""


@dataclass(frozen=True)
class Asked:
    """What somebody wants to know: the period in which `day` lies, of all services or of one; weeks begin on Sunday."""

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

    def step(self, day: date) -> date:
        """Return the first day of the step to which a day of the period belongs: the day itself, its month or year.

        >>> [str(Asked(period, date(2026, 11, 26)).step(date(2026, 11, 24))) for period in ("week", "year", "decade")]
        ['2026-11-24', '2026-11-01', '2026-01-01']
        """
        if self.period == "year":
            return day.replace(day=1)
        return day.replace(month=1, day=1) if self.period == "decade" else day


@dataclass
class PeriodSlices:
    """What a period is made of: the whole with its parts, the total of each service and of each step."""

    whole: Slice = field(default_factory=Slice)
    services: dict[str, Slice] = field(default_factory=dict)
    steps: dict[date, Slice] = field(default_factory=dict)


def period_slices(asked: Asked, days: Iterable[DayRows], targets: Targets) -> PeriodSlices:
    """Return what the stages of these days of the period come to."""
    found = PeriodSlices()
    for day, rows in days:
        weekday, step = day.isoweekday(), found.steps.setdefault(asked.step(day), Slice())
        for row in of_service(rows, asked.service):
            target_s = targets.get(row.service)
            found.whole.add(row, weekday, target_s)
            found.services.setdefault(row.service, Slice()).total.add(row, target_s)
            step.total.add(row, target_s)
    found.whole.sum_up()
    return found


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
