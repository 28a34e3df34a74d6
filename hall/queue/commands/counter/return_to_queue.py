"""Put a visit that was called back among the waiting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import VisitInHandWork, leave_counter, session_and_visit
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class ReturnToQueue:
    """Put the visit at `counter` back into its queue; `by`: who does it for an agent who has to leave."""

    counter: CounterId
    by: str | None = None


class ReturnToQueueWork(VisitInHandWork, Protocol):
    """What returning a visit to its queue reads and writes."""


def return_to_queue(command: ReturnToQueue, *, work: ReturnToQueueWork, now: Moment) -> Visit:
    """Let the visit wait again with its first time of issue, as often as the hall allows."""
    session, visit = session_and_visit(work, command.counter)
    visit.return_to_queue(at=now, limit=work.settings.limits.return_max, by=command.by)
    work.visits.save(visit)
    leave_counter(work, session, now)
    return visit
