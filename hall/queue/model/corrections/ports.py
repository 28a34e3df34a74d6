"""Ports for corrections: the corrections that were made, and the figures of each day when it was closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from hall.kernel.ids import VisitId
from hall.queue.model.corrections.amendment import StageValues


@dataclass(frozen=True, slots=True)
class StoredCorrection:
    """One correction; `number` counts those of its visit from 1."""

    visit: VisitId
    number: int
    service_day: date
    ticket: str
    position: int
    reason: str
    remark: str | None
    by: str
    at: datetime
    before: StageValues
    after: StageValues
    taken_back_by: str | None = None
    taken_back_at: datetime | None = None


class CorrectionStore(Protocol):
    """The corrections, each with both values."""

    def of_visit(self, visit: VisitId) -> Sequence[StoredCorrection]:
        """Return those of one visit, by number."""
        ...

    def between(self, first: date, last: date) -> Sequence[StoredCorrection]:
        """Return those of visits of these service days, the newest first."""
        ...

    def save(self, correction: StoredCorrection) -> None:
        """Store a new correction, or one that was taken back."""
        ...


class ClosedDays(Protocol):
    """How each day stood when it was closed."""

    def keep(self, day: date, at: datetime) -> None:
        """Store the figures of the day as they are now; a day that was opened again replaces its stored figures."""
        ...


class HasCorrections(Protocol):
    """Gives corrections of ended visits."""

    @property
    def corrections(self) -> CorrectionStore:
        """The corrections of visits that are over."""
        ...


class HasClosedDays(Protocol):
    """Gives how each day stood when it was closed."""

    @property
    def closed_days(self) -> ClosedDays:
        """How each day stood when it was closed."""
        ...
