"""The next visitor is called, and two who ask at once get two."""

from __future__ import annotations

import pytest

from contracts.words.hall import Outcome, VisitState
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel import refusals
from hall.kernel.facts import VisitCalled
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, TUESDAY, new_hall, staffed_hall, take

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)


def test_nobody_is_called_when_nobody_waits():
    hall = staffed_hall()
    assert hall.run(call_next, CallNext(ONE)) is None


def test_the_next_visit_is_called_counted_and_told_with_the_reason_why():
    hall = staffed_hall()
    take(hall, "v1")
    visit = hall.run(call_next, CallNext(ONE))
    assert visit is not None
    assert (visit.id, visit.state, visit.counter) == ("v1", VisitState.CALLED, 1)
    assert hall.facts[-1] == VisitCalled(VisitId("v1"), "L001", LANDS, ONE, AgentId("said"), None, "longest_wait")
    assert hall.work().numbers.calls(TUESDAY) == {LANDS: 1}


def test_two_counters_that_ask_at_once_get_two_visits():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    first, second = hall.run(call_next, CallNext(ONE)), hall.run(call_next, CallNext(TWO))
    assert first is not None
    assert second is not None
    assert (first.id, second.id) == ("v1", "v2")


def test_two_hundred_who_wait_are_called_once_each_by_all_counters_in_turn():
    hall = staffed_hall()
    for n in range(200):
        take(hall, f"v{n}")
    called = []
    for turn in range(201):
        counter = CounterId(turn % 3 + 1)
        visit = hall.run(call_next, CallNext(counter))
        if visit is None:
            break
        called.append(visit.id)
        hall.run(begin_serving, BeginServing(counter))
        hall.run(finish, Finish(counter, Outcome.COMPLETED))
    assert called == [f"v{n}" for n in range(200)]


def test_a_counter_with_a_visit_in_hand_calls_no_other():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    before = hall.stored.copy()
    with pytest.raises(queue_refusals.VisitOpenError, match="L001"):
        hall.run(call_next, CallNext(ONE))
    assert hall.stored == before


def test_only_a_signed_in_agent_at_work_calls():
    hall = new_hall()
    with pytest.raises(queue_refusals.NotSignedInError):
        hall.run(call_next, CallNext(ONE))
    with pytest.raises(refusals.CounterUnknownError):
        hall.run(call_next, CallNext(CounterId(77)))
    hall = staffed_hall()
    hall.run(begin_break, Break(ONE, "prayer"))
    with pytest.raises(queue_refusals.OnBreakError):
        hall.run(call_next, CallNext(ONE))


def test_a_counter_calls_only_what_it_serves():
    hall = staffed_hall()
    take(hall, "v1", ENQUIRIES)
    take(hall, "v2", HOUSING)
    assert hall.run(call_next, CallNext(TWO)) is None
    visit = hall.run(call_next, CallNext(THREE))
    assert visit is not None
    assert visit.id == "v1"


def test_after_the_last_ticket_everyone_who_holds_one_is_called():
    hall = staffed_hall()
    take(hall, "v1")
    hall.clock.advance(8 * 3600)
    visit = hall.run(call_next, CallNext(ONE))
    assert visit is not None
    assert visit.id == "v1"


def test_on_a_closed_day_nobody_is_next():
    hall = staffed_hall()
    hall.clock.advance(3 * 24 * 3600)  # Friday; the close of Tuesday signs everybody out
    with pytest.raises(queue_refusals.NotSignedInError):
        hall.run(call_next, CallNext(ONE))
    hall.run(sign_in, SignIn("friday", ONE, AgentId("said")))
    assert hall.run(call_next, CallNext(ONE)) is None
