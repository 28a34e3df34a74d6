"""What the use cases need of the hall's enquiries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime
from typing import Protocol

from contracts.words.enquiries import Channel
from hall.enquiries.model.enquiry import Enquiry


class EnquiryStore(Protocol):
    """The hall's enquiries."""

    def next_number(self) -> int:
        """Return the next running number, from 1, without a gap."""
        ...

    def chosen_topics(self) -> Set[str]:
        """Return which topics any enquiry names."""
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

    def keep_phone(self, number: int, day: date, sealed: bytes, until: datetime) -> None:
        """Keep the number to call back, sealed under the key of its day, in place of an older one, until an instant."""
        ...

    def phone(self, number: int) -> tuple[date, bytes] | None:
        """Return day and sealed number, or None."""
        ...

    def with_phone(self) -> Set[int]:
        """Return the enquiries for which a number is kept."""
        ...

    def erase_phone(self, number: int) -> bool:
        """Erase the number of an enquiry; say whether there was one."""
        ...

    def erase_phones_until(self, now: datetime) -> int:
        """Erase every number whose time is over; return how many."""
        ...

    def phone_days(self) -> Set[date]:
        """Return the days under whose keys numbers are sealed."""
        ...


class HasEnquiries(Protocol):
    """Gives enquiries."""

    @property
    def enquiries(self) -> EnquiryStore:
        """What was asked."""
        ...
