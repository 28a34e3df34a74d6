"""What the use cases need of the hall's complaints and suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from hall.complaints.model.complaint import Complaint
from hall.kernel.ids import ServiceCode, VisitId


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


class Written(Protocol):
    """What a visitor wrote in the survey, with neither visit nor face nor hour."""

    @property
    def service_day(self) -> date:
        """The day of the visit."""
        ...

    @property
    def service(self) -> ServiceCode:
        """What it was for."""
        ...

    @property
    def words(self) -> str:
        """The visitor's words."""
        ...


class WrittenWords(Protocol):
    """What visitors wrote in the survey."""

    def written(self, first: date, last: date, limit: int) -> Sequence[Written]:
        """Return at most `limit` of what visitors wrote on these service days, the newest day first."""
        ...


class HasWrittenWords(Protocol):
    """Gives what visitors wrote in the survey."""

    @property
    def surveys(self) -> WrittenWords:
        """The answers after visits."""
        ...
