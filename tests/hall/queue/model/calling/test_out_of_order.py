"""What is out of order and what is not, move by move."""

from __future__ import annotations

import pytest

from contracts.words.hall import Lane, LaneReason, OutOfOrderKind, TransferPosition
from hall.kernel.facts import (
    Fact,
    LaneChanged,
    VisitCalled,
    VisitFinished,
    VisitReinstated,
    VisitTransferred,
    VisitWalkedUp,
)
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.queue.model.calling.out_of_order import OutOfOrder, out_of_order
from hall.queue.model.visit import PRAYER
from tests.helpers.moves import new

V, L, THREE, SAID = VisitId("v1"), ServiceCode("L"), CounterId(3), AgentId("said")


def transferred(position: TransferPosition) -> VisitTransferred:
    return VisitTransferred(V, "L047", L, THREE, SAID, ServiceCode("H"), None, None, position, "wrong_service", None)


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        (
            VisitCalled(V, "L047", L, THREE, SAID, reason="special_care"),
            OutOfOrder(OutOfOrderKind.CALL_CHOSEN, "said", "special_care", THREE),
        ),
        (VisitCalled(V, "L047", L, THREE, SAID, why="longest_wait"), None),
        (
            transferred(TransferPosition.FIRST),
            OutOfOrder(OutOfOrderKind.TRANSFER_FIRST, "said", "wrong_service", THREE),
        ),
        (transferred(TransferPosition.BY_ISSUE), None),
        (transferred(TransferPosition.LAST), None),
        (
            LaneChanged(V, "L047", L, "reception-1", Lane.STANDARD, Lane.PRIORITY, LaneReason.SEEN),
            OutOfOrder(OutOfOrderKind.PRIORITY_GIVEN, "reception-1", "seen"),
        ),
        (
            LaneChanged(V, "L047", L, "reception-1", Lane.PRIORITY, Lane.STANDARD, LaneReason.CORRECTED),
            OutOfOrder(OutOfOrderKind.PRIORITY_TAKEN_BACK, "reception-1", "corrected"),
        ),
        (
            VisitWalkedUp(V, "", L, THREE, SAID, "supervisor_asked"),
            OutOfOrder(OutOfOrderKind.WALK_UP, "said", "supervisor_asked", THREE),
        ),
    ],
)
def test_a_move_is_out_of_order_by_what_its_fact_says(fact: Fact, found: OutOfOrder | None) -> None:
    assert out_of_order(fact, new(), reinstate_max=2) == found


@pytest.mark.parametrize(("times", "counts"), [(1, False), (2, False), (3, True)])
def test_a_reinstatement_counts_past_the_limit_only(times: int, counts: bool) -> None:
    visit = new()
    visit.reinstated = times
    found = out_of_order(VisitReinstated(V, "L047", L, "kiosk-1", "other"), visit, reinstate_max=2)
    assert (found is not None) is counts
    assert found is None or found == OutOfOrder(OutOfOrderKind.REINSTATED_PAST_LIMIT, "kiosk-1", "other")


def test_who_was_at_prayer_and_what_is_in_order_concern_nobody() -> None:
    visit = new()
    visit.reinstated = 9
    assert out_of_order(VisitReinstated(V, "L047", L, PRAYER, "dhuhr"), visit, reinstate_max=2) is None
    assert out_of_order(VisitFinished(V, "L047", L, THREE, SAID, None), visit, reinstate_max=2) is None  # type: ignore[arg-type]
