"""Give up a waiting visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.publish_visit import EndedWork, tell_ended
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class Cancel:
    """Give up `visit`; `by` is the device or person that says so."""

    visit: VisitId
    by: str


class CancelWork(EndedWork, Protocol):
    """What cancelling a visit reads and writes."""


def cancel(command: Cancel, *, work: CancelWork, now: Moment) -> Visit:
    """End the waiting visit and tell the centre; `undo` takes it back for a short time."""
    visit = work.visits.get(command.visit)
    visit.cancel(command.by, at=now)
    tell_ended(visit, work)
    return visit
