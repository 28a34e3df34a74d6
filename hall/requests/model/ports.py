"""What the use cases need of the hall's requests."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from contracts.requests.answers import RequestStatus
from contracts.words.requests import RequestList
from hall.kernel.ids import CounterId, VisitId
from hall.requests.model.request import Request


@dataclass(frozen=True)
class ChosenCodes:
    """What requests name of the hall's lists."""

    topics: Set[str]
    directorates: Set[str]
    powers: Set[str]


class RequestStore(Protocol):
    """The hall's requests."""

    def chosen_codes(self) -> ChosenCodes:
        """Return which topics, directorates and powers any request names."""
        ...

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


class ReplyMessage(Protocol):
    """The message that tells a visitor a reply, as far as the request needs it."""

    @property
    def made(self) -> datetime:
        """When it was made: an answer that was corrected since is not in it."""
        ...

    @property
    def state(self) -> Enum:
        """Where it stands."""
        ...


class RequestMessages(Protocol):
    """Telephone numbers left for requests, and the messages to them."""

    def keep_request_phone(self, number: str, day: date, sealed: bytes, language: str, until: datetime) -> None:
        """Keep the number left for a request, sealed under the key of its day, until an instant."""
        ...

    def keep_request_phone_until(self, number: str, until: datetime) -> None:
        """Keep the number left for a request, if there is one, until this instant."""
        ...

    def request_phone(self, number: str) -> tuple[date, bytes, str] | None:
        """Return day, sealed number and language, or None."""
        ...

    def reply_message(self, number: str) -> ReplyMessage | None:
        """Return the message that tells the reply to a request, or None."""
        ...


class HasRequestMessages(Protocol):
    """Gives the telephone numbers left for requests, and the messages to them."""

    @property
    def messages(self) -> RequestMessages:
        """Numbers left for requests, and messages to them."""
        ...


class RequestsElsewhere(Protocol):
    """What the centre knows of other halls' requests."""

    def find(self, number: str) -> RequestStatus | None:
        """Return where a request of another hall stands, or None; raise CentreCutOffError; called off the loop."""
        ...
