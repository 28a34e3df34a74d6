"""What the record of a visit needs to know of the wait that its ticket announced."""

from __future__ import annotations

from typing import Protocol

from hall.domain.ids import VisitId


class AnnouncedRange(Protocol):
    """The range of a wait in seconds, as the ticket announced it."""

    @property
    def low_s(self) -> int:
        """The shortest expected wait."""
        ...

    @property
    def high_s(self) -> int:
        """The longest expected wait."""
        ...


class AnnouncedRanges(Protocol):
    """Ranges that tickets announced."""

    def range_told(self, visit_id: VisitId) -> AnnouncedRange | None:
        """Return the range that the visit's ticket carried, or None where it carried none."""
        ...


class HasAnnouncedRanges(Protocol):
    """Gives ranges that tickets announced."""

    @property
    def waits(self) -> AnnouncedRanges:
        """Ranges that tickets announced."""
        ...
