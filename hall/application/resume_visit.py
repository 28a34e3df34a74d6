"""Call a parked visit again."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.at_counter import free_at
from hall.application.ports import Work
from hall.domain.ids import CounterId, VisitId
from hall.domain.moment import Moment
from hall.domain.visit import Visit


@dataclass(frozen=True)
class ResumeVisit:
    """Call the visit that is parked at `counter`."""

    counter: CounterId
    visit: VisitId


def resume_visit(command: ResumeVisit, *, work: Work, now: Moment) -> Visit:
    """Call the parked visit to the counter where it was set aside, whoever sits there now."""
    session = free_at(work, command.counter)
    visit = work.visits.get(command.visit)
    visit.resume(command.counter, session.agent, at=now)
    work.visits.save(visit)
    return visit
