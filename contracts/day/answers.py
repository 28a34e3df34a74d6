"""The service day as the hall head closes it, as `GET /day/left` tells it. Additive only.

>>> LeftView(date(2026, 11, 24), ()).visits
()
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message
from contracts.words.hall import VisitState


class LeftVisit(Message, frozen=True):
    """A visit that is still in the hall; a walk-up has no ticket."""

    visit: str
    ticket: str
    service: str
    state: VisitState
    counter: int | None
    issued_at: datetime


class LeftView(Message, frozen=True):
    """Answer of GET /day/left: who is left, those at counters first, then oldest issue first."""

    service_day: date
    visits: tuple[LeftVisit, ...]
    ended_by_close: int = 0
    """How many come back when the closed day is opened again; 0 while it is open."""
    closed_at: datetime | None = None


class ServiceNote(Message, frozen=True):
    """One service of a day that is over; waits end with the first call; None where nobody was called."""

    service: str
    called: int
    median_wait_s: int | None
    within_target: int | None
    """Of a hundred who were called."""


class LongestWait(Message, frozen=True):
    """The visitor who waited longest on a day."""

    service: str
    wait_s: int
    issued_at: datetime


class DayNote(Message, frozen=True):
    """A day that is over in a few lines; `ranges_right` of `ranges_told` were called within their ticket's range."""

    service_day: date
    visits: int
    served: int
    no_shows: int
    carried_over: int
    cancelled: int
    called: int
    median_wait_s: int | None
    within_target: int | None
    """Of a hundred who were called."""
    longest: LongestWait | None
    busiest_hour: int | None
    """The local hour in which most came, of those who were called."""
    busiest_came: int
    ranges_told: int
    ranges_right: int
    closed_by: str | None
    services: tuple[ServiceNote, ...]


class NoteView(Message, frozen=True):
    """Answer of GET /day/note: the last service day before the one that stands; None in a new hall."""

    note: DayNote | None
