"""Days in the query of an address."""

from __future__ import annotations

from datetime import date, timedelta

from hall.platform.web.problems import field_invalid

YEARS = (2000, 2999)
"""Calendars at their ends have no next day."""
DAYS, DAYS_MAX = 14, 92
"""Days of which moves and their figures are returned: without a first day, and at most."""
SPAN = 800
"""Days of which counts and holidays are returned at most."""


def read_day(text: str | None, name: str) -> date | None:
    """Return the day of that name, None where it is left out; refuse what is no day, or one of no hall's time."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise field_invalid(name, "expected a day, as in 2026-11-24") from error
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise field_invalid(name, f"expected a day of the years {YEARS[0]} to {YEARS[1]}")
    return day


def days_between(first: date | None, last: date | None, today: date) -> tuple[date, date]:
    """Return the first and last of the days asked for, else the last fourteen; refuse more than a quarter, or none."""
    end = last or today
    begin = first or end - timedelta(days=DAYS - 1)
    if not timedelta() <= end - begin < timedelta(days=DAYS_MAX):
        raise field_invalid("from", f"expected 1 to {DAYS_MAX} days, from the first to the last")
    return begin, end


def span_between(first: date | None, last: date | None) -> tuple[date, date] | tuple[None, None]:
    """Return the first and last of the days asked for, or nothing; refuse one without the other, and too many."""
    if first is None and last is None:
        return None, None
    if first is None or last is None:
        raise field_invalid("to", "expected both `from` and `to`, or neither")
    if not 0 <= (last - first).days < SPAN:
        raise field_invalid("to", f"expected a day within {SPAN} days of `from`")
    return first, last
