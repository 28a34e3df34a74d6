"""What is remembered of the checks before the hall opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from contracts.day.opening import OpeningStep


@dataclass(frozen=True)
class OpeningCheck:
    """One check; `steps` are stored at its end, by whom it was begun."""

    id: str
    day: date
    by: str
    begun_at: datetime
    answered: Mapping[str, str] = field(default_factory=dict)
    """Devices that have done their test, and what was wrong with it (empty: nothing)."""
    ended_at: datetime | None = None
    steps: tuple[OpeningStep, ...] = ()


class OpeningStore(Protocol):
    """The checks, one under way at most."""

    def newest(self) -> OpeningCheck | None:
        """Return the check that was begun last, or None."""
        ...

    def save(self, check: OpeningCheck) -> None:
        """Store a new or changed check."""
        ...


class HasOpenings(Protocol):
    """Gives the checks before the hall opens."""

    @property
    def openings(self) -> OpeningStore:
        """The checks before the hall opens."""
        ...
