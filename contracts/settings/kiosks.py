"""What the hall tells of its kiosks: zones, pages before a ticket, and the questions they ask.

Additive only. `_s` fields are seconds; `names` and all texts are by language tag (`ar`, `en`).
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import field

from contracts.codec.message import Message


class ZoneView(Message, frozen=True):
    """A part of the hall behind its own tile; `kind` is general, women or premium."""

    code: str
    names: dict[str, str]
    kind: str
    for_whom: dict[str, str]


class InformationView(Message, frozen=True):
    """The page before a ticket of a service: what to bring, what to know, and where it can be done from home."""

    documents: tuple[dict[str, str], ...]
    advice: dict[str, str]
    online: dict[str, str]
    online_url: str


class KioskRules(Message, frozen=True):
    """What every kiosk of the hall asks and prints; `long_wait_s` 0: never asks about a long wait."""

    long_wait_s: int = 0
    phone: bool = False
    appointments: bool = False
    ticket_notice: dict[str, str] = field(default_factory=dict)
    paused: tuple[str, ...] = ()
    """Ids of kiosks that give no tickets until somebody lets them go on."""


class AppointmentView(Message, frozen=True):
    """A booked slot; `check_in` says whether its holder may come in now: open, early, late, other_day, used, cancelled.

    `opens_at` and `closes_at` are the instants between which he may.
    """

    number: str
    service: str
    service_day: date
    slot_at: datetime
    opens_at: datetime
    closes_at: datetime
    check_in: str
    visit: str | None = None
