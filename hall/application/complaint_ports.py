"""What the use cases need of the hall's complaints and suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from hall.domain.complaint import Complaint
from hall.domain.ids import VisitId


class ComplaintStore(Protocol):
    """The hall's complaints and suggestions."""

    def next_number(self, year: int) -> int:
        """Return the next running number of the year, from 1, without a gap."""
        ...

    def find(self, number: str) -> Complaint | None:
        """Return the one with this number, or None."""
        ...

    def of_visit(self, visit: VisitId) -> Sequence[Complaint]:
        """Return those of a visit, the oldest first."""
        ...

    def open(self, limit: int) -> Sequence[Complaint]:
        """Return at most `limit` that are not closed, the oldest first."""
        ...

    def closed(self, limit: int) -> Sequence[Complaint]:
        """Return at most `limit` that are closed, the one closed last at the head."""
        ...

    def of_days(self, first: date, last: date) -> Sequence[Complaint]:
        """Return those that came on the service days from `first` to `last`."""
        ...

    def forget_texts(self, before: datetime) -> int:
        """Erase what was written and answered in those closed before this instant; return of how many."""
        ...

    def save(self, complaint: Complaint) -> None:
        """Store a new or changed one."""
        ...


class HasComplaints(Protocol):
    """Gives complaints and suggestions."""

    @property
    def complaints(self) -> ComplaintStore:
        """The complaints and suggestions."""
        ...
