"""Answers about requests and working days. Additive only."""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message
from contracts.words.requests import RequestSource, RequestState


class RegisteredRequest(Message, frozen=True):
    """What finishing a visit has registered; `shown` is the number that the visitor reads."""

    number: str
    shown: str
    latest: date
    latest_expected: bool


class DecisionView(Message, frozen=True):
    """What was decided in the hall."""

    text: str
    by: str
    power: str
    power_names: dict[str, str]
    day: date
    amount_omr: int | None = None


class RequestView(Message, frozen=True):
    """A request of this hall; `age_days` are working days since it was registered, `phone` whether one was left."""

    number: str
    shown: str
    external: str | None
    source: RequestSource
    topic: str
    topic_names: dict[str, str]
    subject: str
    directorate: str
    directorate_names: dict[str, str]
    urgent: bool
    state: RequestState
    service_day: date
    registered_at: datetime
    registered_by: str
    counter: int | None
    visit: str | None
    printed_latest: date
    latest: date
    latest_expected: bool
    age_days: int
    overdue: bool
    referred_at: datetime | None
    referred_by: str | None
    reply: str | None
    replied_at: datetime | None
    decision: DecisionView | None
    phone: bool = False
    """Whether a telephone number was left that gets the reply."""
    reply_told: str | None = None
    """The state of the message with the reply: waiting, sending, sent, refused, over, no_phone, called; None before."""
    told_at: datetime | None = None
    told_by: str | None = None
    """Who told it: an agent or a member of staff who called, or `message`."""


class RequestPhoneView(Message, frozen=True):
    """Answer of GET /requests/{number}/phone: whom to call, in which language; each reading is recorded."""

    phone: str
    language: str


class RequestStatus(Message, frozen=True):
    """Answer of GET /requests/{number}, in any hall: where the request stands, not what it is about.

    `from_centre` for a request of another hall: the centre's record of it at `as_of`.
    """

    number: str
    shown: str
    hall: str
    state: RequestState
    directorate: str
    directorate_names: dict[str, str]
    registered_at: datetime
    printed_latest: date
    latest: date
    latest_expected: bool
    reply: str | None
    replied_at: datetime | None
    from_centre: bool = False
    as_of: datetime | None = None


class DayOffView(Message, frozen=True):
    """A day on which nobody works besides the weekend; `own`: entered in this hall, and so to be taken back here."""

    day: date
    names: dict[str, str]
    expected: bool
    occasion: str | None
    source: str
    own: bool


class WorkingDaysView(Message, frozen=True):
    """Answer of GET /working-days: the days off of a span, and when a request of today is due.

    `announced_to` is the last day of what was announced: all after it is expected.
    """

    today: date
    first: date
    last: date
    days_off: tuple[DayOffView, ...]
    hijri_offset_days: int
    due: date
    due_expected: bool
    announced_to: date
    at: datetime
    """The hall's instant of this answer."""
    moved: int = 0
    """Requests that have another date since this command."""


class ReceiptView(Message, frozen=True):
    """Answer of GET /requests/{number}/receipt: what a kiosk or a counter prints."""

    shown: str
    hall_names: dict[str, str]
    topic_names: dict[str, str]
    directorate_names: dict[str, str]
    registered_at: datetime
    latest: date
    latest_expected: bool
