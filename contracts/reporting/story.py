"""One visit's whole story in plain sentences, as `GET /visits/{visit}/story` tells it. Additive only.

>>> StoryLine(datetime(2026, 11, 24, 5, 0, tzinfo=UTC), "visit_begun", "said", "Service began.").kind
'visit_begun'
"""

from __future__ import annotations

from datetime import UTC, date, datetime  # noqa: F401 - UTC is for the example above

from contracts.codec.message import Message
from contracts.words.hall import VisitState


class StoryLine(Message, frozen=True):
    """One fact as one sentence; `by` is who did it, by name, or empty where nobody is named."""

    at: datetime
    kind: str
    by: str
    sentence: str


class StoryView(Message, frozen=True):
    """Answer of GET /visits/{visit}/story, oldest fact first; it does not say who the visitor is."""

    at: datetime
    visit: str
    ticket: str
    service: str
    service_day: date
    state: VisitState
    language: str
    lines: tuple[StoryLine, ...]


class FoundVisit(Message, frozen=True):
    """One visit of a day; a walk-up has no ticket."""

    visit: str
    ticket: str
    service: str
    state: VisitState
    counter: int | None
    issued_at: datetime


class FoundVisits(Message, frozen=True):
    """Answer of GET /visits/of-day, in order of issue, at most 200."""

    at: datetime
    service_day: date
    visits: tuple[FoundVisit, ...]
