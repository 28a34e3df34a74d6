"""A day in which agents go past the order of calling in every way there is."""

from __future__ import annotations

from typing import Any

from contracts.words.hall import LaneReason, Outcome, TransferPosition
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_chosen import CallChosen, call_chosen
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.commands.reception.change_lane import ChangeLane, change_lane
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from tests.helpers.example_hall import ENQUIRIES, LANDS

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)


def live_an_odd_day(hall: Any) -> None:
    """Live it: five moves of five kinds, by two agents and reception, among ordinary visits."""
    for counter, agent in ((ONE, "said"), (TWO, "badriya"), (THREE, "rashid")):
        hall.run(sign_in, SignIn(f"s{counter}", counter, AgentId(agent)))
    for name in ("a", "b", "c", "d"):
        hall.issue(LANDS, name)
    hall.clock.advance(300)
    hall.run(change_lane, ChangeLane(VisitId("d"), True, "reception-1", LaneReason.SEEN))
    hall.run(call_chosen, CallChosen(ONE, VisitId("c"), "special_care"))
    _serve(hall, ONE, 240)
    hall.run(call_next, CallNext(TWO))
    hall.run(begin_serving, BeginServing(TWO))
    hall.clock.advance(120)
    hall.run(transfer, Transfer(TWO, to_service=ENQUIRIES, position=TransferPosition.FIRST, reason="wrong_service"))
    hall.run(walk_up, WalkUp(VisitId("w"), TWO, LANDS, "supervisor_asked"))
    hall.clock.advance(60)
    hall.run(finish, Finish(TWO, Outcome.COMPLETED))
    hall.run(call_next, CallNext(ONE))
    _serve(hall, ONE, 200)
    for _ in range(3):
        _miss_and_come(hall)
    hall.run(call_next, CallNext(THREE))
    _serve(hall, THREE, 90)


def _serve(hall: Any, counter: CounterId, seconds: float) -> None:
    hall.clock.advance(20)
    hall.run(begin_serving, BeginServing(counter))
    hall.clock.advance(seconds)
    hall.run(finish, Finish(counter, Outcome.COMPLETED))


def _miss_and_come(hall: Any) -> None:
    missed = hall.run(call_next, CallNext(ONE))
    hall.clock.advance(30)
    hall.run(mark_no_show, MarkNoShow(ONE))
    hall.run(reinstate, Reinstate(missed.id, "reception-1", "left_and_came_back"))
