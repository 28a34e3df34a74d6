"""Visits in every state, and the moves that lead from one to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from contracts.words.hall import Lane, Outcome, VisitState
from hall.kernel import facts, refusals
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.new_visit import Arrival, Printed, new_visit
from hall.queue.model.visit import Visit
from tests.helpers.replacing import replace

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
THREE, SAID = CounterId(3), AgentId("said")
ELSEWHERE, NOOR = CounterId(5), AgentId("noor")
LANDS, HOUSING = ServiceCode("L"), ServiceCode("H")
S = VisitState
EVERY = frozenset(VisitState)


def at(seconds: float) -> Moment:
    return Moment(NINE + timedelta(seconds=seconds), round(seconds * 1e9), "b1")


def new() -> Visit:
    arrival = Arrival(VisitId("v1"), LANDS, Lane.STANDARD, "kiosk-1")
    visit = new_visit(arrival, Printed("L", 47, "L047"), date(2026, 11, 24), at=at(0))
    visit.new_facts.clear()
    return visit


def called() -> Visit:
    visit = new()
    visit.call(THREE, SAID, at=at(60))
    return visit


def serving() -> Visit:
    visit = called()
    visit.begin(at=at(90))
    return visit


def after(visit: Visit, move: Callable[[Visit], None]) -> Visit:
    move(visit)
    return visit


IN_STATE: dict[VisitState, Callable[[], Visit]] = {
    S.WAITING: new,
    S.CALLED: called,
    S.SERVING: serving,
    S.PARKED: lambda: after(serving(), lambda v: v.park(at=at(120))),
    S.FINISHED: lambda: after(serving(), lambda v: v.finish(Outcome.COMPLETED, at=at(120))),
    S.NO_SHOW: lambda: after(called(), lambda v: v.mark_no_show(at=at(120))),
    S.CANCELLED: lambda: after(new(), lambda v: v.cancel("head", at=at(120))),
    S.CARRIED_OVER: lambda: after(new(), lambda v: v.carry_over(at=at(120))),
    S.CLOSED_BY_DAY: lambda: after(serving(), lambda v: v.close_by_day(at=at(120))),
}


def in_state(state: VisitState) -> Visit:
    visit = IN_STATE[state]()
    visit.new_facts.clear()
    assert visit.state is state
    return visit


@dataclass(frozen=True)
class Move:
    """One move: from which states it is legal, where it leads, its fact, and its refusal from all others."""

    name: str
    do: Callable[[Visit], None]
    legal: frozenset[VisitState]
    leads_to: VisitState
    fact: type[facts.Fact]
    refusal: type[refusals.HallError]


def named(pair: tuple[Move, VisitState]) -> str:
    return f"{pair[0].name} from {pair[1].value}"


def copy(visit: Visit) -> Visit:
    return replace(visit, stages=[replace(stage) for stage in visit.stages], new_facts=list(visit.new_facts))


def pairs(moves: list[Move], *, legal: bool) -> list[tuple[Move, VisitState]]:
    """Return each move with each state from which it is legal, or is not."""
    return [(move, state) for move in moves for state in VisitState if (state in move.legal) is legal]
