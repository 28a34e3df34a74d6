"""Requests and answers for correcting the record of a visit that is over. Additive only.

>>> CorrectRequest(CorrectionReason.WRONG_OUTCOME, outcome=Outcome.REFERRED).position is None
True
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message, Request
from contracts.words.hall import CorrectionReason, Outcome


class CorrectRequest(Request, frozen=True):
    """POST /visits/{visit}/corrections: the new values; values that are left out stay."""

    reason: CorrectionReason
    position: int | None = None
    """Which stage, counted from 0; the last one where none is named."""
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: Outcome | None = None
    service: str | None = None
    remark: str | None = None


class ValuesView(Message, frozen=True):
    """What stood, or stands, of a stage."""

    service: str
    state: str
    outcome: str | None
    begun_at: datetime | None
    ended_at: datetime | None
    serving_s: int


class CorrectionView(Message, frozen=True):
    """One correction with both values, and who took it back, if anybody did."""

    visit: str
    number: int
    service_day: date
    ticket: str
    position: int
    reason: CorrectionReason
    remark: str | None
    by: str
    at: datetime
    before: ValuesView
    after: ValuesView
    taken_back_by: str | None
    taken_back_at: datetime | None


class DoubtfulStage(Message, frozen=True):
    """A stage whose times can hardly be right: `why`: `too_short`, `left_open`, `closed_by_day`, `begun_late`."""

    visit: str
    ticket: str
    position: int
    service: str
    counter: int | None
    agent: str | None
    called_at: datetime | None
    begun_at: datetime | None
    ended_at: datetime
    serving_s: int
    why: str


class CorrectionsView(Message, frozen=True):
    """Answer of GET /corrections: the newest correction first; what may need one, by day and time."""

    at: datetime
    first: date
    last: date
    corrections: tuple[CorrectionView, ...]
    doubtful: tuple[DoubtfulStage, ...]
    more: int
    """How many doubtful stages are not listed."""
