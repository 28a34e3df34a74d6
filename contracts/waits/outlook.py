"""The next hour of a hall and what could be done about it, as `GET /outlook` tells it. Additive only.

>>> Advice(AdviceKind.OPEN_COUNTER, "L", 7, None, ("L",), 15, 6, 10, 14).gain_likely
10
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from contracts.codec.message import Message
from contracts.queue.answers import WaitRange


class AdviceKind(Enum):
    """What could be done."""

    OPEN_COUNTER = "open_counter"
    MOVE_AGENT = "move_agent"


class OutlookPoint(Message, frozen=True):
    """The wait of who joins at an instant, in seconds and in the steps of a ticket's.

    A range right four times in five, and its middle.
    """

    at: datetime
    wait: WaitRange


class ServiceOutlook(Message, frozen=True):
    """The next hour of one service; `passes_at` is when somebody will have waited as long as the target, if anybody."""

    service: str
    target_s: int
    points: tuple[OutlookPoint, ...]
    passes_at: datetime | None


class Advice(Message, frozen=True):
    """One change and what it gains: points of a hundred more of the whole hall that are called within the target.

    `services` are what the agent would serve, or what the counter does. `within_min` is the target of the service that
    is helped, in minutes.
    """

    kind: AdviceKind
    service: str
    counter: int
    agent: str | None
    services: tuple[str, ...]
    within_min: int
    gain_low: int
    gain_likely: int
    gain_high: int


class OutlookView(Message, frozen=True):
    """Answer of GET /outlook; `advice` has the best change first."""

    at: datetime
    services: tuple[ServiceOutlook, ...]
    advice: tuple[Advice, ...]
    share: int | None = None
    """How many of a hundred visitors of the hour are expected to be called within their target, without a change."""


class ScoredAdvice(Message, frozen=True):
    """One advice that was shown, what it predicted, and what the hour brought; shares are percent of all visitors."""

    at: datetime
    kind: AdviceKind
    service: str
    counter: int
    agent: str | None
    services: tuple[str, ...]
    gain_low: int
    gain_likely: int
    gain_high: int
    share_without: int
    """Predicted for the hour without a change."""
    followed_at: datetime | None
    """When it was done, if that was within fifteen minutes."""
    visitors: int | None
    """Who waited or came in the hour; null while its outcome is not known."""
    share_measured: float | None
    """Of them, called within their target."""


class AdviceScoreView(Message, frozen=True):
    """Answer of GET /outlook/score: of the advice of these days, and how far off it was on average, in points."""

    at: datetime
    first: date
    last: date
    given: int
    followed: int
    scored: int
    gain_foretold: float | None
    """Mean over what was followed and scored."""
    gain_measured: float | None
    """The share measured less the share predicted without it, over the same."""
    off_followed: float | None
    """Mean distance of the share measured from the share predicted with the advice, where it was followed."""
    off_not_followed: float | None
    """The same from the share predicted without it, where nobody followed it."""
    advice: tuple[ScoredAdvice, ...]
    """The newest first, at most 100."""
