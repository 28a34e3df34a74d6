"""Set a visit aside at a counter."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.at_counter import leave_counter, visit_in_hand
from hall.application.ports import Work
from hall.domain.ids import CounterId
from hall.domain.moment import Moment
from hall.domain.visit import Visit


@dataclass(frozen=True)
class Park:
    """Set the visit at `counter` aside."""

    counter: CounterId


def park(command: Park, *, work: Work, now: Moment) -> Visit:
    """Set the visit aside, so that the counter is free; `resume_visit` calls it again."""
    visit = visit_in_hand(work, command.counter)
    visit.park(at=now)
    work.visits.save(visit)
    leave_counter(work, command.counter, now)
    return visit
