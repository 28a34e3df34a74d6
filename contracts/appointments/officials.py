"""Officials who receive by appointment: who they are, when they do, and a day of theirs.

Additive only. All instants are aware UTC; `names` are texts by language tag (`ar`, `en`).
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import field

from contracts.codec.message import Message, Request


class SpanView(Message, frozen=True):
    """A part of a day as local HH:MM."""

    first: str
    last: str


class AbsenceView(Message, frozen=True):
    """Days, first to last, on which an official receives nobody."""

    first: date
    last: date


class OfficialView(Message, frozen=True):
    """One official: `weekly` by ISO weekday (`1` Monday … `7` Sunday), `rooms` the counters that serve him alone."""

    official: str
    names: dict[str, str]
    service: str
    rooms: tuple[int, ...]
    slot_min: int
    weekly: dict[str, tuple[SpanView, ...]]
    away: tuple[AbsenceView, ...]
    outside: int = 0
    """Booked appointments to come that lie at no slot of his, since his hours were changed: somebody must move them."""


class OfficialsView(Message, frozen=True):
    """Answer of GET /officials."""

    at: datetime
    today: date
    officials: tuple[OfficialView, ...]


class OfficialAppointment(Message, frozen=True):
    """An appointment with an official; `state` is that of its visit once there is one, before booked or not_come."""

    number: str
    slot_at: datetime
    state: str
    name: str
    purpose: str
    has_phone: bool
    """Whether the visitor left a telephone number (GET /appointments/{number}/phone)."""
    ticket: str | None = None
    counter: int | None = None
    waited_s: int | None = None
    """From the slot, or the arrival where that was later, to the first call."""
    outside: bool = False
    """It lies at no slot of the official's any more."""


class AppointmentPhoneView(Message, frozen=True):
    """Answer of GET /appointments/{number}/phone: whom to call; each reading is recorded."""

    phone: str


class SlotView(Message, frozen=True):
    """A slot of an official: free, taken or past."""

    slot_at: datetime
    state: str


class OfficialDay(Message, frozen=True):
    """Answer of GET /officials/{official}/day: the slots, who comes, and how the day stands in numbers.

    These visits are counted here, apart from the hall's, and in the hall's figures under the official's own service.
    """

    at: datetime
    official: OfficialView
    day: date
    away: bool
    slots: tuple[SlotView, ...]
    appointments: tuple[OfficialAppointment, ...]
    counts: dict[str, int] = field(default_factory=dict)
    """Appointments that are booked, arrived, served, not_come and cancelled."""


class BookOfficialRequest(Request, frozen=True):
    """POST /officials/{official}/appointments: a free slot; all else is optional, the telephone with consent."""

    slot_at: datetime
    name: str = ""
    purpose: str = ""
    phone: str | None = None
    number: str | None = None


class MoveRequest(Request, frozen=True):
    """POST /appointments/{number}/move: another free slot of the same official; the number stays."""

    slot_at: datetime


class HoursSpan(Request, frozen=True):
    """A part of a day in a request, as local HH:MM."""

    first: str
    last: str


class OfficialHoursRequest(Request, frozen=True):
    """POST /officials/{official}/hours: his week and the minutes of a slot."""

    weekly: dict[str, tuple[HoursSpan, ...]]
    slot_min: int


class AwayRequest(Request, frozen=True):
    """POST /officials/{official}/away: days on which he receives nobody."""

    first: date
    last: date
