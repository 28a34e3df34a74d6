"""The halls that a form of the centre chooses, by name or by governorate, and what an act touches there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from central.halls.current_state import HallNow

MAX_BYTES = 16 * 1024
"""A form with words in Arabic and all halls."""


@dataclass(frozen=True)
class Touched:
    """One hall that an act touches: who waits now, and how many bookings lie in its days."""

    hall: HallNow
    bookings: int


def chosen_halls(form: Mapping[str, str], found: Sequence[HallNow]) -> list[str]:
    """Return the halls that the form names, or whose governorate it names."""
    named = set(form.get("halls", "").split(","))
    return [
        one.hall
        for one in found
        if one.hall in named or f"hall_{one.hall}" in form or f"place_{one.governorate}" in form
    ]


def bookings_of(one: HallNow, first: date, last: date) -> int:
    """Return how many bookings a hall has from one day to another, as far as it has told."""
    return sum(count for day, count in one.bookings.items() if first.isoformat() <= day <= last.isoformat())
