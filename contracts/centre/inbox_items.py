"""What comes in elsewhere for a hall and goes down to it by the centre's inbox. Additive only.

Each kind has its body here; a kind or a body that a hall does not know is kept there and told as refused.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from msgspec import field

from contracts.codec.message import Message
from contracts.words.closures import ClosureReason
from contracts.words.moon import MoonEvent
from contracts.words.surveys import Face, SurveyReason

SURVEY = "survey"
REQUEST = "request"
VISITOR_MOVE = "visitor_move"
CLOSURE = "closure"
CLOSURE_END = "closure_end"
MOON = "moon"
MOON_BACK = "moon_back"


class SurveyItem(Message, frozen=True):
    """A visitor's answer on the ministry's page; `code` is the digest of the ticket's code, as the hall keeps it."""

    code: str
    face: Face
    given_at: datetime
    reason: SurveyReason | None = None
    words: str | None = None


class VisitorMove(Enum):
    """What a visitor does by phone with the own turn; the values are the last part of its path."""

    LATE = "late"
    IN_TIME = "in-time"
    CANCEL = "cancel"
    UNDO_CANCEL = "undo-cancel"


class VisitorMoveItem(Message, frozen=True):
    """A move of the visitor on the ministry's page; `code` is the digest of the ticket's code."""

    code: str
    move: VisitorMove
    asked_at: datetime


class RequestItem(Message, frozen=True):
    """A request by the ministry's platform; `external`, its number there, makes the same request the same thing."""

    external: str
    subject: str
    directorate: str
    topic: str = "other"
    urgent: bool = False


class ClosureItem(Message, frozen=True):
    """The centre closes the hall suddenly; `closure` is the same in all halls that one act closes."""

    closure: str
    first: datetime
    until: datetime
    reason: ClosureReason
    by: str
    at: datetime
    texts: dict[str, str] = field(default_factory=dict)


class ClosureEndItem(Message, frozen=True):
    """The centre takes a sudden closure back."""

    closure: str
    by: str
    at: datetime


class MoonItem(Message, frozen=True):
    """The moon was seen: `event` begins on the day `begins`; its days off (of Ramadan: its days) are `first` to `last`.

    `times` are Ramadan's five times (HH:MM) for halls that have set none, or empty.
    """

    act: str
    event: MoonEvent
    begins: date
    first: date
    last: date
    by: str
    at: datetime
    times: tuple[str, ...] = ()
    source: str = ""


class MoonBackItem(Message, frozen=True):
    """The centre takes an act about the moon back."""

    act: str
    by: str
    at: datetime


class RefusedItem(Message, frozen=True):
    """A thing that a hall could not take: its number in the inbox, its kind, and why, in one sentence."""

    number: int
    kind: str
    problem: str
