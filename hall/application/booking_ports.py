"""What the queue needs to know of visits that were booked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from hall.domain.ids import VisitId


class Booking(Protocol):
    """One booking, as the queue reads it."""

    @property
    def visit(self) -> VisitId | None:
        """The visit that it became; None until its holder checks in."""
        ...


class Bookings(Protocol):
    """Bookings by their day."""

    def of_day(self, day: date) -> Sequence[Booking]:
        """Return the bookings of a service day."""
        ...


class HasBookings(Protocol):
    """Gives bookings."""

    @property
    def appointments(self) -> Bookings:
        """Bookings by their day."""
        ...
