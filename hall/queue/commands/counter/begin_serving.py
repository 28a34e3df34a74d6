"""Begin serving the visit that was called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import VisitInHandWork, session_and_visit
from hall.queue.model.marks import BEGUN_LATE
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class BeginServing:
    """The person called to `counter` is there."""

    counter: CounterId
    pressed: bool = False
    """A person pressed a key or button: a double press is refused."""


class BeginServingWork(VisitInHandWork, Protocol):
    """What beginning to serve reads and writes."""


def begin_serving(command: BeginServing, *, work: BeginServingWork, now: Moment) -> Visit:
    """Begin serving at the counter."""
    _, visit = session_and_visit(work, command.counter, pressed=now if command.pressed else None)
    late_s = now.seconds_since(visit.stage.called) if visit.stage.called else 0.0
    visit.begin(at=now)
    if late_s > work.settings.limits.begin_late_s:
        visit.mark(BEGUN_LATE, late_s)
    work.visits.save(visit)
    return visit
