"""Call a parked visit again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import CounterId, VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import VisitInHandWork, free_at
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class ResumeVisit:
    """Call the visit that is parked at `counter`."""

    counter: CounterId
    visit: VisitId


class ResumeVisitWork(VisitInHandWork, Protocol):
    """What resuming a parked visit reads and writes."""


def resume_visit(command: ResumeVisit, *, work: ResumeVisitWork, now: Moment) -> Visit:
    """Call the parked visit to the counter where it was set aside; the agent there may be another one now."""
    session = free_at(work, command.counter)
    visit = work.visits.get(command.visit)
    visit.resume(command.counter, session.agent, at=now)
    work.visits.save(visit)
    return visit
