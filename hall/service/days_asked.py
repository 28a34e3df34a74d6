"""Days in the query of an address."""

from __future__ import annotations

from datetime import date

from hall.service.call import Call
from hall.service.problems import field_invalid


def day_asked(call: Call, name: str) -> date | None:
    """Return the day of that name, None where it is left out; refuse what is no day."""
    text = call.query_params.get(name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise field_invalid(name, "expected a day, as in 2026-11-24") from error
