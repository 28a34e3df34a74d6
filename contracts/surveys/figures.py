"""Figures of the survey after visits: who answered, and how many were satisfied. Additive only.

Shares and means stand on five answers at least: of fewer, single visitors could be made out.
"""

from __future__ import annotations

from contracts.codec.message import Message


class SurveyFigures(Message, frozen=True):
    """Figures of many answers."""

    answers: int
    served: int | None
    """Visits that ended at a counter: who could be asked; None for an hour, of which it is not counted."""
    response_share: float | None
    """Percent of those who answered."""
    satisfied_share: float | None
    """Percent of the answers that are one of the two best faces."""
    mean: float | None
    """The mean face, 1 to 5."""


class SurveyPart(Message, frozen=True):
    """One service, one hour (0 to 23) or one step (a day, or the first day of a month)."""

    key: str
    figures: SurveyFigures


class SurveysFigured(Message, frozen=True):
    """All answers of a period's visits and each way to part them; parts without an answer are left out."""

    total: SurveyFigures
    services: tuple[SurveyPart, ...]
    hours: tuple[SurveyPart, ...]
    steps: tuple[SurveyPart, ...]
