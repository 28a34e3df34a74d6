"""Stores that the queue asks for: visits, numbers and blocks of them, sessions, return slips, bookings, told waits."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.calling.waiting_line import Candidates, Waiting
from hall.queue.model.numbers.number_block import NumberBlock
from hall.queue.model.return_slip import ReturnSlip
from hall.queue.model.session import CounterSession
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class Sought:
    """What a visit must fit to be found; None and the empty text fit all. Instants are aware and inclusive."""

    service: ServiceCode | None = None
    since: datetime | None = None
    until: datetime | None = None
    begins: str = ""
    """How its ticket begins, or the whole number typed short (`V9` for V009)."""
    among: Collection[VisitId] | None = None


@dataclass(frozen=True, slots=True)
class WaitingSince:
    """Somebody who waits: the ticket, empty where there is none, and when waiting in the current stage began."""

    ticket: str
    since: Moment


class VisitStore(Protocol):
    """The hall's visits. What it returns are fresh entities: change one, then `save` it."""

    def get(self, visit: VisitId) -> Visit:
        """Return the visit; raise VisitUnknownError."""
        ...

    def find(self, visit: VisitId) -> Visit | None:
        """Return the visit, or None."""
        ...

    def by_ticket(self, day: date, ticket: str) -> Visit | None:
        """Return the newest visit of the day with this ticket number, or None."""
        ...

    def numbered(self, day: date, number: int) -> Sequence[Visit]:
        """Return the day's visits with this running number, of whatever service, oldest issue first."""
        ...

    def by_code_hash(self, code_hash: str) -> Visit | None:
        """Return the visit whose QR code hashes to this, or None."""
        ...

    def sought(self, day: date, what: Sought, limit: int) -> Sequence[Visit]:
        """Return at most `limit` visits of the day with a ticket that fit, the newest issue first."""
        ...

    def waiting(self, day: date, services: Collection[ServiceCode] | None = None) -> Sequence[Visit]:
        """Return the day's waiting visits (of these services, or all), oldest issue first."""
        ...

    def queue(self, day: date, services: Collection[ServiceCode] | None = None) -> Sequence[Waiting]:
        """Return those of `waiting` with only the values that rank them, in any order."""
        ...

    def candidates(self, day: date, now: Moment) -> Candidates:
        """Return those of `queue` who can be next at any counter now."""
        ...

    def at_counter(self, counter: CounterId) -> Visit | None:
        """Return the visit called to or being served at the counter, of whatever day, or None."""
        ...

    def parked_at(self, counter: CounterId) -> Sequence[Visit]:
        """Return the visits parked at the counter, of whatever day, oldest issue first."""
        ...

    def count_waiting(self, day: date, service: ServiceCode) -> int:
        """Return how many visits of the day wait for the service, without loading them."""
        ...

    def in_hall(self, day: date) -> Sequence[Visit]:
        """Return the day's visits that are waiting, called, being served or parked."""
        ...

    def attended(self, day: date) -> Sequence[Visit]:
        """Return the day's visits that are called, being served or parked: as many as there are counters, about."""
        ...

    def waiting_since(self, day: date) -> Mapping[ServiceCode, Sequence[WaitingSince]]:
        """Return since when everybody who waits has waited in the current stage, by service, without loading them."""
        ...

    def tickets_given(self, day: date) -> Mapping[ServiceCode, int]:
        """Return how many tickets of the day count against each service's quota.

        Those that were cancelled, booked, or carried over from the day before do not.
        """
        ...

    def count_missed(self, day: date) -> int:
        """Return how many `missed` would return, without loading them."""
        ...

    def anybody_in_hall(self, day: date) -> bool:
        """Return whether `in_hall` would have anybody, without loading them."""
        ...

    def carried_over(self, day: date) -> Sequence[Visit]:
        """Return the visits which the close of this day carried over, oldest issue first."""
        ...

    def ended_by_close(self, day: date, close: Moment) -> Sequence[Visit]:
        """Return the visits which the close of this day at this moment ended, oldest issue first."""
        ...

    def recent_calls(self, day: date, limit: int) -> Sequence[Visit]:
        """Return at most `limit` visits of the day by their newest call, the latest first, whatever they are now."""
        ...

    def served(self, day: date) -> Mapping[ServiceCode, int]:
        """Return how many stages of the day were begun and are finished (a transfer ends one too), by service."""
        ...

    def missed(self, day: date) -> Sequence[Visit]:
        """Return the day's visits in no_show, the latest first."""
        ...

    def number_in_hall(self, day: date, ticket: str) -> bool:
        """Return whether a visit still in the hall, or missed and able to come back, holds this number today."""
        ...

    def number_and_queue(self, day: date, ticket: str, service: ServiceCode) -> tuple[bool, int]:
        """Return `number_in_hall` and `count_waiting` in one question: each issue asks this."""
        ...

    def numbers_in_hall(self, day: date) -> Collection[str]:
        """Return every number for which `number_in_hall` says yes, in one question."""
        ...

    def add(self, visit: Visit) -> None:
        """Store a new visit and record its `new_facts`; the list is empty afterwards."""
        ...

    def save(self, visit: Visit, *, changed_from: int | None = None) -> None:
        """Store a changed visit with its revision grown by one and record its `new_facts`.

        Only the newest stored stage may have changed, and those after it, unless `changed_from` names an older one.
        """
        ...


class HasVisits(Protocol):
    """Gives the hall's visits."""

    @property
    def visits(self) -> VisitStore:
        """The hall's visits."""
        ...


class NumberLine(Protocol):
    """The running ticket numbers and the count of calls, by service and day."""

    def last(self, day: date, service: ServiceCode) -> int | None:
        """Return the last number given, or None when none was given today."""
        ...

    def last_and_kept(self, day: date, service: ServiceCode) -> tuple[int | None, Sequence[NumberBlock]]:
        """Return `last` and the service's blocks for kiosks in one question: each issue asks this."""
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


class BlockStore(Protocol):
    """The numbers kept for kiosks: one block for each service and device."""

    def all(self) -> Sequence[NumberBlock]:
        """Return every block."""
        ...

    def add(self, block: NumberBlock) -> None:
        """Store a new block."""
        ...

    def drop(self, block: NumberBlock) -> None:
        """Give the numbers back to the hall's own line."""
        ...


class HasBlocks(Protocol):
    """Gives the numbers kept for kiosks."""

    @property
    def blocks(self) -> BlockStore:
        """The numbers kept for kiosks."""
        ...


class SessionStore(Protocol):
    """Open counter sessions."""

    def at(self, counter: CounterId) -> CounterSession | None:
        """Return the open session at the counter, or None."""
        ...

    def of(self, agent: AgentId) -> CounterSession | None:
        """Return the agent's open session, or None."""
        ...

    def open(self) -> Sequence[CounterSession]:
        """Return every open session."""
        ...

    def present(self) -> Collection[tuple[CounterId, AgentId]]:
        """Return only the counter and the agent of every open session."""
        ...

    def working(self) -> Collection[tuple[CounterId, AgentId]]:
        """Return those of `present` who are not on a break."""
        ...

    def signed_in_since(self, agent: AgentId, since: datetime) -> bool:
        """Return whether the agent opened a session since an instant, ended or not."""
        ...

    def served_since(self, agent: AgentId, since: datetime) -> int:
        """Return how many the agent's newest session since an instant tells to be served, 0 without one."""
        ...

    def add(self, session: CounterSession) -> None:
        """Store a new session and record its facts."""
        ...

    def save(self, session: CounterSession) -> None:
        """Store a changed session and record its facts."""
        ...


class HasSessions(Protocol):
    """Gives the open counter sessions."""

    @property
    def sessions(self) -> SessionStore:
        """The open counter sessions."""
        ...


class ReturnStore(Protocol):
    """The codes with which visitors come back on another day."""

    def find(self, code: str) -> ReturnSlip | None:
        """Return the slip with this code, or None."""
        ...

    def of_visit(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip that this visit left, or None."""
        ...

    def used_by(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip with which this visit's holder came back, or None."""
        ...

    def save(self, slip: ReturnSlip) -> None:
        """Store a new or changed slip."""
        ...

    def drop(self, code: str) -> None:
        """Forget a slip: the finish that made it was taken back."""
        ...


class HasReturns(Protocol):
    """Gives return slips."""

    @property
    def returns(self) -> ReturnStore:
        """The codes with which visitors come back."""
        ...


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
