"""Announce a call again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.refusals import RecallLimitError
from hall.queue.commands.counter.at_counter import VisitInHandWork, session_and_visit
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class Recall:
    """Announce the call of `counter` again; `look` for a visitor who cannot hear."""

    counter: CounterId
    look: bool = False


class RecallWork(VisitInHandWork, Protocol):
    """What a recall reads and writes."""


def recall(command: Recall, *, work: RecallWork, now: Moment) -> Visit:
    """Announce the visit called to the counter once more."""
    _, visit = session_and_visit(work, command.counter)
    most = work.settings.limits.recall_max
    if most and visit.stage.recalls >= most:
        raise RecallLimitError(f"{visit.ticket} was announced again {most} times; mark it as a no-show")
    visit.recall(at=now, look=command.look)
    work.visits.save(visit)
    return visit
