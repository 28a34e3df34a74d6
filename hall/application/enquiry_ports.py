"""What the use cases need of the hall's enquiries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from contracts.enquiry_words import Channel
from hall.domain.enquiry import Enquiry


class EnquiryStore(Protocol):
    """The hall's enquiries."""

    def next_number(self) -> int:
        """Return the next running number, from 1, without a gap."""
        ...

    def find(self, number: int) -> Enquiry | None:
        """Return the enquiry with this number, or None."""
        ...

    def open(self, limit: int) -> Sequence[Enquiry]:
        """Return at most `limit` enquiries that are not confirmed, the oldest first."""
        ...

    def counts(self, first: date, last: date) -> Mapping[tuple[str, Channel], int]:
        """Return how many came by topic and channel on the service days from `first` to `last`."""
        ...

    def save(self, enquiry: Enquiry) -> None:
        """Store a new or changed enquiry."""
        ...
