"""Which facts are moves out of order, past the order of calling or its limits, so that somebody answers for them."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.words.hall import Lane, OutOfOrderKind, TransferPosition
from hall.kernel.facts import Fact, LaneChanged, VisitCalled, VisitReinstated, VisitTransferred, VisitWalkedUp
from hall.kernel.ids import CounterId
from hall.queue.model.visit import PRAYER, Visit


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """What was done, by whom (an agent, a device, a person) and for which reason; empty where none is asked."""

    kind: OutOfOrderKind
    by: str
    reason: str
    counter: CounterId | None = None


def out_of_order(fact: Fact, visit: Visit, *, reinstate_max: int) -> OutOfOrder | None:
    """Return what of the fact is out of order, or None; `visit` is as it stands after it.

    A missed call that goes back automatically at prayer does not count, and a reinstatement within the limit does not.
    """
    match fact:
        case VisitCalled(reason=str(reason)):
            return OutOfOrder(OutOfOrderKind.CALL_CHOSEN, fact.agent, reason, fact.counter)
        case VisitTransferred(position=TransferPosition.FIRST):
            return OutOfOrder(OutOfOrderKind.TRANSFER_FIRST, fact.agent, fact.reason or "", fact.counter)
        case LaneChanged():
            given = fact.lane is Lane.PRIORITY
            kind = OutOfOrderKind.PRIORITY_GIVEN if given else OutOfOrderKind.PRIORITY_TAKEN_BACK
            return OutOfOrder(kind, fact.by, fact.reason.value)
        case VisitReinstated(reason=str(reason)) if fact.by != PRAYER and visit.reinstated > reinstate_max:
            return OutOfOrder(OutOfOrderKind.REINSTATED_PAST_LIMIT, fact.by, reason)
        case VisitWalkedUp():
            return OutOfOrder(OutOfOrderKind.WALK_UP, fact.agent, fact.reason, fact.counter)
    return None
