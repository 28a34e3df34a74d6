"""Facts about the survey after a visit: that it was answered, never how."""

from __future__ import annotations

from dataclasses import dataclass

from hall.kernel.facts import VisitFact


@dataclass(frozen=True, slots=True)
class SurveyGiven(VisitFact):
    """The visitor answered, or changed the answer (`again`); `way` is where. The answer itself is in no fact."""

    way: str
    again: bool
