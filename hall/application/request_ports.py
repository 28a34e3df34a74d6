"""What the use cases need of the hall's requests."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from contracts.request_words import RequestList
from hall.domain.ids import CounterId, VisitId
from hall.domain.request import Request


class RequestStore(Protocol):
    """The hall's requests."""

    def next_number(self, year: int) -> int:
        """Return the next running number of the year, from 1, without a gap."""
        ...

    def find(self, number: str) -> Request | None:
        """Return the request with this number, ours or the ministry's, or None."""
        ...

    def of_visit(self, visit: VisitId) -> Sequence[Request]:
        """Return what the visit has registered, oldest first."""
        ...

    def listed(
        self,
        which: RequestList,
        today: date,
        directorate: str | None,
        limit: int,
        counters: Collection[CounterId] | None = None,
    ) -> Sequence[Request]:
        """Return those of a list (of one directorate, or of all), the one due first at the head; at most `limit`.

        `all` begins with the newest. With `counters` only what was registered at one of these.
        """
        ...

    def not_referred(self) -> Sequence[Request]:
        """Return every request whose clock runs."""
        ...

    def save(self, request: Request) -> None:
        """Store a new or changed request."""
        ...


class HasRequests(Protocol):
    """Gives requests."""

    @property
    def requests(self) -> RequestStore:
        """What visits, the platform and letters have registered."""
        ...
