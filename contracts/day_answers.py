"""The service day as the hall head closes it, as `GET /day/left` tells it. Additive only.

>>> LeftView(date(2026, 11, 24), ()).visits
()
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from contracts.hall_words import VisitState


@dataclass(frozen=True)
class LeftVisit:
    """A visit that is still in the hall; a walk-up has no ticket."""

    visit: str
    ticket: str
    service: str
    state: VisitState
    counter: int | None
    issued_at: datetime


@dataclass(frozen=True)
class LeftView:
    """Answer of GET /day/left: who is left, those at counters first, then oldest issue first."""

    service_day: date
    visits: tuple[LeftVisit, ...]
