"""A sudden closure of the hall, and what was set when the new moon was seen: each with what its undo needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.words.closures import ClosureReason
from contracts.words.moon import MoonEvent


@dataclass(frozen=True)
class Closure:
    """Nobody gets a ticket from `first` until `until` (aware UTC), whatever the hours say."""

    id: str
    first: datetime
    until: datetime
    reason: ClosureReason
    by: str
    at: datetime
    """When it was decided."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Own words beside the reason, by language tag."""
    from_centre: bool = False
    heard: datetime | None = None
    """When the hall got it from the centre: long after `at` where the hall was cut off."""
    begun: bool = False
    """Whether the visitors who waited were carried over."""
    moved: Mapping[str, datetime] = field(default_factory=dict)
    """The bookings that it moved, by number, with the slot that each had."""
    follows_from: datetime | None = None
    """Where it goes on after other closures that ended during it: the beginning of the first of them."""

    @property
    def closed_since(self) -> datetime:
        """Since when the hall is closed without a break: who was carried over from then on waits again at the end."""
        return min(self.first, self.follows_from or self.first)

    def holds_at(self, at: datetime) -> bool:
        """Return whether the hall is closed by it at this instant."""
        return self.first <= at < self.until


@dataclass(frozen=True)
class MoonAct:
    """One act: it made the settings' version `version`; undo puts back what stood before that version."""

    id: str
    event: MoonEvent
    begins: date
    by: str
    at: datetime
    version: int
    from_centre: bool = False
    moved: Mapping[str, datetime] = field(default_factory=dict)
    """The bookings that it moved, by number, with the slot that each had."""
