"""Begin serving the visit that was called."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.at_counter import visit_in_hand
from hall.application.ports import Work
from hall.domain.ids import CounterId
from hall.domain.moment import Moment
from hall.domain.visit import Visit


@dataclass(frozen=True)
class BeginServing:
    """The person called to `counter` is there."""

    counter: CounterId


def begin_serving(command: BeginServing, *, work: Work, now: Moment) -> Visit:
    """Begin serving at the counter."""
    visit = visit_in_hand(work, command.counter)
    visit.begin(at=now)
    work.visits.save(visit)
    return visit
