"""What the use cases need of the answers after visits."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol

from contracts.words.surveys import Face
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.surveys.model.survey import SurveyAnswer


class FaceCount(NamedTuple):
    """How many visitors of one day, service and hour gave one face."""

    service_day: date
    service: ServiceCode
    hour: int
    face: Face
    many: int


class ServedCount(NamedTuple):
    """How many visits of one day and service ended at a counter: those who could be asked."""

    service_day: date
    service: ServiceCode
    many: int


class Written(NamedTuple):
    """What a visitor wrote, with neither visit nor face nor hour."""

    service_day: date
    service: ServiceCode
    words: str


class SurveyStore(Protocol):
    """The answers after visits."""

    def find(self, visit: VisitId) -> SurveyAnswer | None:
        """Return the visit's answer, or None."""
        ...

    def save(self, answer: SurveyAnswer) -> None:
        """Store a new or changed answer."""
        ...

    def just_finished(
        self, counter: CounterId, services: Collection[ServiceCode], since: datetime
    ) -> tuple[VisitId, datetime] | None:
        """Return the visit whose stage ended last at the counter since an instant, of these services, and when."""
        ...

    def faces(self, first: date, last: date) -> Sequence[FaceCount]:
        """Return the faces of the service days from `first` to `last`, by day, service and hour."""
        ...

    def served(self, first: date, last: date) -> Sequence[ServedCount]:
        """Return the finished visits of the service days from `first` to `last`, by day and service."""
        ...

    def written(self, first: date, last: date, limit: int) -> Sequence[Written]:
        """Return at most `limit` of what visitors wrote on these service days, the newest day first, else by words."""
        ...

    def forget_words(self, before: date) -> int:
        """Erase what visitors wrote on service days before this one; return of how many. Faces and reasons stay."""
        ...

    def of_agent(self, agent: AgentId, day: date) -> Sequence[Face]:
        """Return the faces of the visits of a service day that the agent ended, the first first; for sums of many."""
        ...


class HasSurveys(Protocol):
    """Gives the answers after visits."""

    @property
    def surveys(self) -> SurveyStore:
        """The answers after visits."""
        ...
