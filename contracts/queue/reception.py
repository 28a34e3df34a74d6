"""Questions of reception and their answers: who is in the hall, whose ticket was lost, and its new paper.

Additive only. All instants are aware UTC.
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message, Request
from contracts.queue.answers import IssuedTicket
from contracts.words.hall import Lane, VisitorKind, VisitState


class DeskVisit(Message, frozen=True):
    """One visit as reception sees it; `reprints` counts the codes that its ticket had before this one."""

    visit: str
    ticket: str
    service: str
    lane: Lane
    state: VisitState
    issued_at: datetime
    visitor_kind: VisitorKind | None = None
    counter: int | None = None
    """The counter that has or had it."""
    called_at: datetime | None = None
    people_ahead: int | None = None
    """How many are called before it; None unless it waits."""
    group: str | None = None
    """Visits with the same group go to one counter."""
    reprints: int = 0
    appointment: bool = False
    """Whether it came by appointment."""


class DeskPrinter(Message, frozen=True):
    """One kiosk that can print for reception; `state` ok, degraded or failed."""

    device: str
    name: str
    state: str


class ReceptionView(Message, frozen=True):
    """Answer of GET /reception: who is in the hall or missed the call, the newest first, and where paper comes from."""

    at: datetime
    service_day: date | None
    visits: tuple[DeskVisit, ...]
    more: int
    """Visits that fit too and are not listed."""
    printers: tuple[DeskPrinter, ...]


class FoundDesk(Message, frozen=True):
    """Answer of POST /visits/find, the newest first."""

    at: datetime
    visits: tuple[DeskVisit, ...]


class TicketShown(Message, frozen=True):
    """A ticket as a kiosk prints it or a screen shows it."""

    ticket: IssuedTicket
    reprints: int
    """0: the first paper. Else the paper says that it is a reprint, and the codes before this one are dead."""
    language: str | None
    qr: tuple[str, ...] = ()
    """The QR code of `status_url`, one text a row, 1 for a dark module; for reception only."""
    at_device: str | None = None
    """The kiosk that was asked to print it."""


class FindRequest(Request, frozen=True):
    """POST /visits/find: what is known of a lost ticket; at least one. `phone` is the number its visitor left."""

    service: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    ticket: str | None = None
    """How the number begins."""
    phone: str | None = None


class ServiceChangeRequest(Request, frozen=True):
    """POST /visits/{visit}/service: for what the visit waits from now on."""

    service: str


class TicketRequest(Request, frozen=True):
    """POST /visits/{visit}/ticket: `at_device` prints it (none: the code is shown).

    With `reprints`, as the caller last saw it, the ticket gets another code and the old one dies.
    """

    at_device: str | None = None
    reprints: int | None = None
