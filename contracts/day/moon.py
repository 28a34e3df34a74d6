"""The moon at a hall: what the head is asked when the centre was not heard, and what was set. Additive only."""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message, Request
from contracts.words.moon import MoonEvent


class FollowMoonRequest(Request, frozen=True):
    """POST /moon: `event` begins on the day `begins`; its days off (of Ramadan: its days) are `first` to `last`."""

    event: MoonEvent
    begins: date
    first: date | None = None
    """None: as the decree has it."""
    last: date | None = None


class MoonActView(Message, frozen=True):
    """One act that followed the moon: which event, when it begins, and who said so."""

    act: str
    event: MoonEvent
    begins: date
    by: str
    at: datetime
    from_centre: bool


class MoonQuestion(Message, frozen=True):
    """What the head is asked: whether the event has begun, which the printed calendar has on the day `printed`."""

    event: MoonEvent
    printed: date


class MoonView(Message, frozen=True):
    """Answer of GET /moon; `question` stands while the centre cannot be reached and nobody has said when it begins."""

    today: date
    question: MoonQuestion | None
    acts: tuple[MoonActView, ...]
