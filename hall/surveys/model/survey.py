"""The visitor's answer after a visit: once a visit, to be changed for some minutes; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from contracts.words.surveys import CHANGE_FOR, Face, SurveyReason, SurveyWay
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.surveys.model.refusals import SurveyElsewhereError, SurveyOverError

OPEN_FOR = timedelta(hours=48)
"""How long after the end of the visit it may be answered."""


@dataclass(frozen=True)
class SurveyAnswer:
    """One visit's answer, with what it is counted by: service, counter and agent of the last stage, hour of its end."""

    visit: VisitId
    service_day: date
    service: ServiceCode
    hour: int
    counter: CounterId | None
    agent: AgentId | None
    face: Face
    reason: SurveyReason | None
    words: str | None
    way: SurveyWay
    first: datetime
    given: datetime
    told: int = 0
    """How many revisions of it were sent to the centre."""

    def changed(
        self, face: Face, reason: SurveyReason | None, words: str | None, way: SurveyWay, now: datetime
    ) -> SurveyAnswer:
        """Return it as the visitor has it now; the same again is the same. Raise SurveyOverError past the minutes.

        An answer given on a phone changes only there: a tablet may still show the question to other people.
        """
        if way is SurveyWay.TABLET and self.way is not SurveyWay.TABLET:
            raise SurveyElsewhereError("the visitor answers on the phone; the tablet no longer asks")
        if (self.face, self.reason, self.words) == (face, reason, words):
            return self
        if not may_change(self, now):
            minutes = round(CHANGE_FOR.total_seconds() / 60)
            raise SurveyOverError(f"the answer was given and the {minutes} minutes to change it are over")
        return replace(self, face=face, reason=reason, words=words, way=way, given=now)


def may_change(answer: SurveyAnswer, now: datetime) -> bool:
    """Return whether the answer may still be changed."""
    return now < answer.first + CHANGE_FOR
