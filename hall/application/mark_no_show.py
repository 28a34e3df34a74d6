"""Say that nobody came to a call."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.at_counter import leave_counter, visit_in_hand
from hall.application.ports import Work
from hall.domain.ids import CounterId
from hall.domain.moment import Moment
from hall.domain.visit import Visit


@dataclass(frozen=True)
class MarkNoShow:
    """Nobody came to `counter`."""

    counter: CounterId


def mark_no_show(command: MarkNoShow, *, work: Work, now: Moment) -> Visit:
    """Set the called visit aside as missed; it can come back (`reinstate`) until the day is closed."""
    visit = visit_in_hand(work, command.counter)
    visit.mark_no_show(at=now)
    work.visits.save(visit)
    leave_counter(work, command.counter, now)
    return visit
