"""Do what a visitor asks by phone with the own turn, whether the phone reached the hall or the centre."""

from __future__ import annotations

from contracts.centre.inbox_items import VisitorMove
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.come_late import ComeInTime, ComeLate, come_in_time, come_late
from hall.queue.commands.reception.undo import Undo, undo
from hall.queue.model.visit import VISITOR, Visit
from hall.queue.work import QueueWork


def move_by_visitor(
    move: VisitorMove, visit: VisitId, *, work: QueueWork, now: Moment, asked: Moment | None = None
) -> Visit:
    """Do the move and return the visit; each refuses what does not fit its state.

    `asked`: when the visitor asked, where that was before `now`; by it an undo is in time or too late.
    """
    match move:
        case VisitorMove.LATE:
            return come_late(ComeLate(visit), work=work, now=now)
        case VisitorMove.IN_TIME:
            return come_in_time(ComeInTime(visit), work=work, now=now)
        case VisitorMove.CANCEL:
            return cancel(Cancel(visit, VISITOR), work=work, now=now)
        case VisitorMove.UNDO_CANCEL:
            return undo(Undo(visit, VISITOR), work=work, now=asked or now)
