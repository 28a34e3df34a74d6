"""Tickets given while the hall was away: who still waits by the books, and who was served on paper meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Outcome, VisitState
from hall.calendar.ports import HasDays
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import NotKioskNumberError
from hall.queue.commands.publish_visit import EndedWork, tell_ended
from hall.queue.model.numbers.number_block import NumberBlock
from hall.queue.model.ports import HasBlocks, HasVisits
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class MarkServed:
    """Mark visits as served on paper; `by` is the person or device that says so."""

    visits: tuple[VisitId, ...]
    by: str
    outcome: Outcome = Outcome.COMPLETED


class KioskWaitersWork(HasBlocks, HasDays, HasVisits, Protocol):
    """What finding who waits with a number of a kiosk reads."""


def waiting_from_kiosks(*, work: KioskWaitersWork) -> Sequence[Visit]:
    """Return today's waiting visits whose number is of a kiosk's own block, oldest issue first."""
    day = work.days.latest()
    if day is None:
        return ()
    blocks = work.blocks.all()
    return [visit for visit in work.visits.waiting(day.day) if _of_kiosk(visit, blocks)]


class MarkServedWork(EndedWork, HasBlocks, Protocol):
    """What marking a visit as served on paper reads and writes."""


def mark_served(command: MarkServed, *, work: MarkServedWork, now: Moment) -> tuple[Visit, ...]:
    """End those of the visits that wait, and return them; one that was called meanwhile is left as it is.

    Raises VisitUnknownError for a visit that is not there, NotKioskNumberError for a waiting one whose number the hall
    gave itself, and then marks none.
    """
    found = [work.visits.get(visit) for visit in dict.fromkeys(command.visits)]
    waiting = [visit for visit in found if visit.state is VisitState.WAITING]
    blocks = work.blocks.all()
    for visit in waiting:
        if not _of_kiosk(visit, blocks):
            raise NotKioskNumberError(f"{visit.ticket or visit.id} is no number of a kiosk's own: call it at a counter")
    for visit in waiting:
        visit.serve_on_paper(command.by, command.outcome, at=now)
        tell_ended(visit, work)
    return tuple(waiting)


def _of_kiosk(visit: Visit, blocks: Sequence[NumberBlock]) -> bool:
    """Return whether a kiosk gave the visit's number out of the numbers reserved for it."""
    return any(block.service == visit.stages[0].service and block.holds(visit.number or 0) for block in blocks)
