"""A hall's settings for its kiosks: zones that have a tile, pages before a ticket, questions, appointments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

Texts = Mapping[str, str]
"""A text by language tag (`ar`, `en`)."""


class ZoneKind(Enum):
    """What a zone is for; its tile has a sign for it."""

    GENERAL = "general"
    WOMEN = "women"
    PREMIUM = "premium"


@dataclass(frozen=True)
class Zone:
    """A part of the hall with its own tile, services, counters and board. Who goes there is stored nowhere."""

    code: str
    names: Texts
    kind: ZoneKind = ZoneKind.GENERAL
    for_whom: Texts = field(default_factory=dict)
    """A line below the name: for whom it is."""


@dataclass(frozen=True)
class Information:
    """The page before a ticket of one service: what to bring, what to know, and where it can be done from home."""

    documents: tuple[Texts, ...] = ()
    advice: Texts = field(default_factory=dict)
    online: Texts = field(default_factory=dict)
    """What can be done without coming, as in "You can do this on the Amlak platform"."""
    online_url: str = ""
    """Its address, shown as a QR code."""


@dataclass(frozen=True)
class KioskSettings:
    """Questions every kiosk of the hall asks; seconds."""

    long_wait_s: int = 0
    """Past this likely wait the visitor is asked whether he still takes a ticket; 0: never."""
    phone: bool = False
    """A visitor who holds a ticket may leave a telephone number for messages about his turn."""


@dataclass(frozen=True)
class Appointments:
    """How visits are booked and checked in: the length of a slot, and seconds around it."""

    offered: bool = False
    early_s: int = 1800
    late_s: int = 900
    slot_s: int = 900
    """Length of a slot in seconds, by which bookings with a service are counted; an official has his own slots."""
