"""Days in the query of an address."""

from __future__ import annotations

from datetime import date

from hall.service.call import Call
from hall.service.problems import field_invalid

YEARS = (2000, 2999)
"""Calendars at their ends have no next day."""


def day_asked(call: Call, name: str) -> date | None:
    """Return the day of that name, None where it is left out; refuse what is no day, or one of no hall's time."""
    text = call.query_params.get(name)
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise field_invalid(name, "expected a day, as in 2026-11-24") from error
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise field_invalid(name, f"expected a day of the years {YEARS[0]} to {YEARS[1]}")
    return day
