"""Take back a finish, a no-show, a cancel or a transfer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import VisitState
from hall.calendar.ports import HasDays
from hall.calendar.service_day import DayState
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import NothingToUndoError
from hall.queue.commands.counter.at_counter import SessionWork, refuse_open_visit, working_at
from hall.queue.model.ports import HasReturns, HasVisits
from hall.queue.model.stage import AT_COUNTER, IN_HALL
from hall.queue.model.visit import Visit

_HOLDS_NUMBER = IN_HALL | {VisitState.NO_SHOW}
"""States in which nobody else can have been given the visit's number."""

UndoServed = Callable[[Visit, Moment], None]
"""Take back what ended with the visit's served stage at that moment."""


def _nothing_more(_visit: Visit, _ended: Moment) -> None:
    pass


@dataclass(frozen=True)
class Undo:
    """Take back the last move of `visit`."""

    visit: VisitId
    by: str


class UndoWork(SessionWork, HasDays, HasReturns, HasVisits, Protocol):
    """What an undo reads and writes."""


def undo(command: Undo, *, work: UndoWork, now: Moment, undo_served: UndoServed = _nothing_more) -> Visit:
    """Put the visit back where it was, as a new revision; its next end sends the centre a new record.

    A visit that was at a counter goes back to it, so an agent must work there and have no other visit in hand.
    `undo_served` runs when the last move ended a stage that was served; when it refuses, nothing is undone.
    """
    visit = work.visits.get(command.visit)
    day = work.days.latest()
    if day is None or day.day != visit.service_day or day.state is DayState.CLOSED:
        raise NothingToUndoError(f"the service day {visit.service_day} is over; its moves can no longer be undone")
    if visit.state not in _HOLDS_NUMBER and visit.ticket and work.visits.number_in_hall(day.day, visit.ticket):
        raise NothingToUndoError(f"the number {visit.ticket} has come round and belongs to another visit now")
    was_finished, left = visit.state is VisitState.FINISHED, visit.left_stage
    was_served, ended = was_finished or (visit.was_transferred and left.was_served), left.ended
    _take_back_promise(visit, work)
    visit.undo(command.by, at=now, within_s=work.settings.limits.undo_s)
    if was_served and ended is not None:
        undo_served(visit, ended)
    if visit.state in AT_COUNTER:
        counter, _ = visit.at_counter
        session = working_at(work, counter)
        refuse_open_visit(work, counter)
        if was_served:
            session.served = max(0, session.served - 1)
            work.sessions.save(session)
    work.visits.save(visit)
    return visit


def _take_back_promise(visit: Visit, work: HasReturns) -> None:
    """Forget the return code of a finish that is taken back; one that was used stands, and so does the finish."""
    slip = work.returns.of_visit(visit.id) if visit.state is VisitState.FINISHED else None
    if slip is None:
        return
    if slip.used_by is not None:
        raise NothingToUndoError(f"{visit.ticket}: the visitor came back with the code of this finish already")
    work.returns.drop(slip.code)
