"""An agent who has to leave with a visit in hand is signed out: the visit waits again, or it is done."""

from __future__ import annotations

import pytest

from contracts.words.hall import Outcome, VisitInHand, VisitState
from hall.calendar.facts import SignedOut
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.send_home import SendHome, send_home
from hall.kernel.facts import VisitFinished, VisitReturned
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.refusals import NotServingError, ReturnLimitError
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.return_to_queue import ReturnToQueue, return_to_queue
from tests.helpers.example_hall import LANDS, called_hall, staffed_hall, take

ONE, TWO = CounterId(1), CounterId(2)
SAID, VISIT = AgentId("said"), VisitId("v1")


@pytest.mark.parametrize("begun", [False, True])
def test_the_visit_waits_again_with_its_first_time_and_the_facts_say_who_did_it(begun: bool) -> None:
    hall = called_hall()
    issued = hall.visit("v1").issued
    if begun:
        hall.run(begin_serving, BeginServing(ONE))
    hall.run(send_home, SendHome(ONE, VisitInHand.RETURN, "head"))
    visit = hall.visit("v1")
    assert (visit.state, visit.issued) == (VisitState.WAITING, issued)
    assert hall.facts[-2:] == [
        VisitReturned(VISIT, visit.ticket, LANDS, ONE, SAID, "head"),
        SignedOut(ONE, SAID, "head"),
    ]
    assert hall.work().sessions.at(ONE) is None
    assert hall.run(call_next, CallNext(TWO)).id == "v1"


def test_the_visit_is_done_and_the_facts_say_who_did_it() -> None:
    hall = called_hall()
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(send_home, SendHome(ONE, VisitInHand.FINISH, "head"))
    assert hall.visit("v1").state is VisitState.FINISHED
    assert VisitFinished(VISIT, "L001", LANDS, ONE, SAID, Outcome.COMPLETED, "head") in hall.facts
    assert hall.facts[-1] == SignedOut(ONE, SAID, "head")


def test_a_visit_that_was_only_called_is_not_done_and_nothing_changes() -> None:
    hall = called_hall()
    before = hall.stored.copy()
    with pytest.raises(NotServingError):
        hall.run(send_home, SendHome(ONE, VisitInHand.FINISH, "head"))
    assert hall.stored == before


def test_the_limit_of_returns_keeps_no_agent_at_the_counter() -> None:
    hall = staffed_hall()
    take(hall, "v1")
    for _ in range(hall.work().settings.limits.return_max):
        hall.run(call_next, CallNext(ONE))
        hall.run(return_to_queue, ReturnToQueue(ONE))
    hall.run(call_next, CallNext(ONE))
    with pytest.raises(ReturnLimitError):
        hall.run(return_to_queue, ReturnToQueue(ONE))
    hall.run(send_home, SendHome(ONE, VisitInHand.RETURN, "head"))
    assert hall.visit("v1").state is VisitState.WAITING


def test_without_a_visit_in_hand_the_session_is_closed_on_a_break_too() -> None:
    hall = staffed_hall()
    hall.run(begin_break, Break(ONE, "meal"))
    hall.run(send_home, SendHome(ONE, VisitInHand.FINISH, "head"))
    assert hall.facts[-1] == SignedOut(ONE, SAID, "head")


def test_a_break_that_was_asked_for_ends_with_the_session() -> None:
    hall = called_hall()
    hall.run(begin_break, Break(ONE, "meal", after_visit=True))
    hall.run(send_home, SendHome(ONE, VisitInHand.RETURN, "head"))
    assert hall.work().sessions.at(ONE) is None
