"""The automatic call comes only after a finish, when its time has come, and only while nobody stops it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Outcome
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.stop_auto_call import StopAutoCall, stop_auto_call
from hall.kernel.ids import AgentId, CounterId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.park import Park, park
from hall.queue.model.facts import AutoCallStopped
from hall.queue.model.refusals import AutoCallOffError
from tests.helpers.example_hall import SETTINGS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE = CounterId(1)
EAGER = replace(SETTINGS, agents=tuple(replace(agent, auto_call=agent.code == "said") for agent in SETTINGS.agents))


def finished(settings=EAGER) -> MemoryHall:
    hall = staffed_hall(settings)
    for name in ("v1", "v2"):
        take(hall, name)
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.clock.advance(60)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    return hall


def session(hall: MemoryHall):
    found = hall.work().sessions.at(ONE)
    assert found is not None
    return found


def test_ten_seconds_after_a_finish_the_next_call_is_due():
    hall = finished()
    assert session(hall).auto_call_at == hall.clock.at + timedelta(seconds=10)
    with pytest.raises(AutoCallOffError):
        hall.run(call_next, CallNext(ONE, auto=True))
    hall.clock.advance(10)
    assert hall.run(call_next, CallNext(ONE, auto=True)).id == "v2"
    assert session(hall).auto_call_at is None


def test_who_stops_it_is_not_called_for():
    hall = finished()
    hall.run(stop_auto_call, StopAutoCall(ONE))
    hall.run(stop_auto_call, StopAutoCall(ONE))
    assert [fact for fact in hall.facts if isinstance(fact, AutoCallStopped)] == [AutoCallStopped(ONE, AgentId("said"))]
    hall.clock.advance(60)
    with pytest.raises(AutoCallOffError):
        hall.run(call_next, CallNext(ONE, auto=True))
    assert hall.run(call_next, CallNext(ONE)).id == "v2"


def test_it_never_follows_a_break_or_anything_but_a_finish():
    hall = finished()
    hall.run(begin_break, Break(ONE, "meal"))
    hall.run(resume_work, ResumeWork(ONE))
    assert session(hall).auto_call_at is None
    hall.run(call_next, CallNext(ONE))
    hall.run(park, Park(ONE))
    assert session(hall).auto_call_at is None


def test_an_agent_who_did_not_choose_it_calls_himself():
    assert session(finished(SETTINGS)).auto_call_at is None


def test_a_break_asked_for_goes_before_it():
    hall = staffed_hall(EAGER)
    take(hall, "v1")
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(begin_break, Break(ONE, "prayer", after_visit=True))
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert session(hall).on_break
    assert session(hall).auto_call_at is None
