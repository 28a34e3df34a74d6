"""A time without the hall service: a kiosk's own numbers and days, and who was served on paper meanwhile.

Additive only; docs/contract.md has the paths.
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import field

from contracts.codec.message import Message, Request
from contracts.words.closures import ClosureReason
from contracts.words.hall import Outcome


class ReservedBlock(Message, frozen=True):
    """The numbers of one service, `first` to `last`, that only this kiosk gives, on every service day again.

    `taken` are those of them that somebody in the hall holds now: carried over from the day before, or handed in.
    """

    service: str
    prefix: str
    first: int
    last: int
    taken: tuple[int, ...] = ()


class TicketDay(Message, frozen=True):
    """A day on which tickets are given, from `first_ticket` to `last_ticket` (local HH:MM)."""

    day: date
    first_ticket: str
    last_ticket: str


class AnnouncedClosure(Message, frozen=True):
    """A sudden closure that stands or is to come: nobody gets a ticket from `first` until `until`."""

    first: datetime
    until: datetime
    reason: ClosureReason
    texts: dict[str, str] = field(default_factory=dict)


class ReservedNumbers(Message, frozen=True):
    """Answer of POST /devices/{id}/numbers; `status_url` begins the address in a ticket's QR, its code comes after."""

    blocks: tuple[ReservedBlock, ...]
    days: tuple[TicketDay, ...]
    time_zone: str
    status_url: str
    closures: tuple[AnnouncedClosure, ...] = ()


class KioskTicket(Message, frozen=True):
    """A ticket that a kiosk gave while the hall was away and that still waits; `device` gave it."""

    visit: str
    ticket: str
    service: str
    device: str
    issued_at: datetime


class KioskTickets(Message, frozen=True):
    """Answer of GET /visits/handed-in, oldest issue first; `at` is the hall's instant."""

    tickets: tuple[KioskTicket, ...]
    at: datetime


class ServedOnPaperRequest(Request, frozen=True):
    """POST /visits/served-on-paper: these visits were served while the hall was away."""

    visits: tuple[str, ...]
    outcome: Outcome = Outcome.COMPLETED


class MarkedServed(Message, frozen=True):
    """Answer of POST /visits/served-on-paper: the visits that waited and are over now; others were called meanwhile."""

    visits: tuple[str, ...]


class PaperTicket(Request, frozen=True):
    """One line of the table that was written by hand; without `outcome` the visitor still waits."""

    ticket: str
    issued_at: datetime
    outcome: Outcome | None = None


class PaperTicketsRequest(Request, frozen=True):
    """POST /paper/tickets: what was written by hand on a service day, with numbers of the sheets.

    `sure`: it is meant that another day has the same numbers at the same times.
    """

    service_day: date
    tickets: tuple[PaperTicket, ...]
    sure: bool = False


class PaperVoidRequest(Request, frozen=True):
    """POST /paper/void: the printed sheets of this service are void."""

    service: str


class PaperTicketsEntered(Message, frozen=True):
    """Answer of POST /paper/tickets: all that are in the hall's books now, in the order of the request."""

    visits: tuple[str, ...]
