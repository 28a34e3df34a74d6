"""What the use cases need of the running ticket numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from hall.domain.ids import ServiceCode


class NumberLine(Protocol):
    """The running ticket numbers and the count of calls, by service and day."""

    def last(self, day: date, service: ServiceCode) -> int | None:
        """Return the last number given, or None when none was given today."""
        ...

    def set_last(self, day: date, service: ServiceCode, number: int) -> None:
        """Remember the last number given."""
        ...

    def calls(self, day: date) -> Mapping[ServiceCode, int]:
        """Return how often each service was called today (recalls not counted)."""
        ...

    def count_call(self, day: date, service: ServiceCode) -> None:
        """Count one call of the service."""
        ...


class HasNumbers(Protocol):
    """Gives the running numbers."""

    @property
    def numbers(self) -> NumberLine:
        """The running numbers."""
        ...
