"""Read one visit's whole story; the reading itself is a fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from contracts.live import FactMessage
from contracts.reporting.story import FoundVisit
from hall.kernel.facts import StoryRead
from hall.kernel.ids import VisitId
from hall.kernel.ports import RecordsFacts
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit


class StorySource(Protocol):
    """Gives what happened to one visit, and the visits of a day."""

    def of_visit(self, visit: VisitId) -> Sequence[FactMessage]:
        """Return the facts of the visit, oldest first."""
        ...

    def found(self, day: date, ticket: str, limit: int) -> Sequence[FoundVisit]:
        """Return the visits of a day whose number begins so (all for an empty one), in order of issue."""
        ...


@dataclass(frozen=True)
class ReadStory:
    """Somebody reads the story of `visit`."""

    visit: VisitId
    by: str
    role: str


class ReadStoryWork(HasVisits, RecordsFacts, Protocol):
    """What reading a visit's story reads and writes: each reading leaves a fact."""


def read_story(command: ReadStory, *, work: ReadStoryWork, source: StorySource) -> tuple[Visit, Sequence[FactMessage]]:
    """Return the visit with its facts before this reading, and record the reading."""
    visit = work.visits.get(command.visit)
    facts = source.of_visit(visit.id)
    work.record(StoryRead(visit.id, visit.ticket, visit.service, command.by, command.role))
    return visit, facts
