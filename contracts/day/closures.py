"""Sudden closures of a hall, as the hall service is asked for them and tells them. Additive only."""

from __future__ import annotations

from datetime import datetime

from msgspec import field

from contracts.codec.message import Message, Request
from contracts.words.closures import ClosureReason


class ClosingNow(Message, frozen=True):
    """The sudden closure that holds now, as everybody may know it; `texts` are own words by language tag."""

    reason: ClosureReason
    until: datetime
    texts: dict[str, str] = field(default_factory=dict)


class CloseHallRequest(Request, frozen=True):
    """POST /closures, POST /closures/check: from `first` (None: from now) until `until`, with reason and own words."""

    until: datetime
    reason: ClosureReason
    first: datetime | None = None
    texts: dict[str, str] = field(default_factory=dict)


class ClosureEffect(Message, frozen=True):
    """Answer of POST /closures/check: whom the closure touches.

    `waiting` are carried over, `at_counters` are served to the end, `bookings` move, `officials` stay: staff move them.
    """

    waiting: int
    at_counters: int
    bookings: int
    officials: int


class ClosureView(Message, frozen=True):
    """One sudden closure that stands or is to come; `heard` is when the hall got the centre's."""

    closure: str
    reason: ClosureReason
    first: datetime
    until: datetime
    texts: dict[str, str]
    by: str
    at: datetime
    from_centre: bool
    heard: datetime | None
    moved: int


class ClosuresView(Message, frozen=True):
    """Answer of GET /closures: what stands or is to come, in the order in which it begins."""

    closures: tuple[ClosureView, ...]
