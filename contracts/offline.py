"""What a kiosk keeps for a time without the hall service: its own numbers, and the days on which it may give them.

Additive only; docs/contract.md has the paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ReservedBlock:
    """The numbers of one service, `first` to `last`, that only this kiosk gives, on every service day anew.

    `taken` are those of them that somebody in the hall holds now: carried over from the day before, or handed in.
    """

    service: str
    prefix: str
    first: int
    last: int
    taken: tuple[int, ...] = ()


@dataclass(frozen=True)
class TicketDay:
    """A day on which tickets are given, from `first_ticket` to `last_ticket` (local HH:MM)."""

    day: date
    first_ticket: str
    last_ticket: str


@dataclass(frozen=True)
class ReservedNumbers:
    """Answer of POST /devices/{id}/numbers; `status_url` begins the address in a ticket's QR, its code comes after."""

    blocks: tuple[ReservedBlock, ...]
    days: tuple[TicketDay, ...]
    time_zone: str
    status_url: str
