"""Read the period that an address asks for, and tell the periods beside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, TypeAlias

from litestar.params import QueryParameter

from figures.period import LONG_PERIODS, Asked

FIRST_YEAR, LAST_YEAR = 2000, 2999
Service: TypeAlias = Annotated[str | None, QueryParameter(max_length=40)]


def asked_of(today: date, period: str, day: date | None, service: str | None = None) -> Asked:
    """Return what is asked; what is no period or no day of this age becomes this month, today."""
    known = period if period in LONG_PERIODS else "month"
    shown = day if day and FIRST_YEAR < day.year < LAST_YEAR else today
    return Asked(known, shown, service or None)


def beside(asked: Asked) -> tuple[date, date]:
    """Return a day in the period before and one in the period after.

    >>> [str(day) for day in beside(Asked("month", date(2026, 11, 26)))]
    ['2026-10-31', '2026-12-01']
    """
    first, last = asked.days
    if asked.period == "decade":
        return date(last.year - 1, 1, 1), date(last.year + 1, 1, 1)
    return first - timedelta(days=1), last + timedelta(days=1)
