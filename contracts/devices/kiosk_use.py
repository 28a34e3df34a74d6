"""How often a kiosk was used and how each use ended: counters by hour, about nobody. Additive only.

>>> UseCount(date(2026, 11, 29), 9, UseKind.ABANDONED, "services", 2).many
2
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from contracts.codec.message import Request


class UseKind(Enum):
    """What is counted. A use begins with the first touch and ends when the kiosk shows its first screen again."""

    STARTED = "started"
    """Uses that began: with a ticket, refused and abandoned together."""
    TICKET = "ticket"
    """Uses that ended with a ticket."""
    REFUSED = "refused"
    """Uses that ended with the reason why there is no ticket."""
    ABANDONED = "abandoned"
    """Uses that ended with neither; `key` is the last screen."""
    LANGUAGE = "language"
    """The language at the end of the use; `key` is its tag."""
    HELP = "help"
    """Uses in which a kind of help was switched on; `key` is the help."""
    PAPER = "paper"
    """Uses whose ticket was printed while its screen was shown."""
    PAPER_S = "paper_s"
    """Seconds of those from the first touch to the printed ticket, added up."""


class UseCount(Request, frozen=True):
    """How many of one kind in one hour (0 to 23) of a day, both by the hall's time zone; `key` parts the kind."""

    day: date
    hour: int
    kind: UseKind
    key: str
    many: int


class UseRow(NamedTuple):
    """One counter as the hall stores it: of one kiosk, day, hour, kind and key."""

    device: str
    day: date
    hour: int
    kind: UseKind
    key: str
    many: int


class KioskUseRequest(Request, frozen=True):
    """POST /devices/{id}/use: what was counted since the last report; `report` is a UUID, the same when it is repeated.

    A kiosk sends the next report after this one was answered, so that the hall needs to know only the last one.
    """

    report: str
    counts: tuple[UseCount, ...]
