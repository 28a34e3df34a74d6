"""The roll in a printer, and the tickets printed on it."""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message
from contracts.queue.answers import IssuedTicket
from contracts.words.hall import PrintState


class PaperView(Message, frozen=True):
    """Answer of GET /devices/{id}/paper: the roll in the printer, in mm and tickets."""

    device: str
    changed_at: datetime | None
    changed_by: str | None
    used_mm: int
    tickets: int
    ticket_mm: int | None
    tickets_left: int | None


class PrintedTicket(Message, frozen=True):
    """One of the newest tickets of a device: all that a reprint needs; `state` is its newest attempt's, since `at`."""

    ticket: IssuedTicket
    state: PrintState
    at: datetime


class PrintedTickets(Message, frozen=True):
    """Answer of GET /devices/{id}/prints, newest first."""

    tickets: tuple[PrintedTicket, ...]
