"""An agent is moved to other services and calls from there."""

from __future__ import annotations

import pytest

from hall.day.commands.move_agent import MoveAgent, move_agent
from hall.day.commands.take_back import TakeBack, take_back
from hall.kernel import refusals
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

THREE = CounterId(3)


def move(hall: MemoryHall, agent: str, *services: ServiceCode, name: str = "a1"):
    return hall.run(move_agent, MoveAgent(name, AgentId(agent), services, "head"))


def test_the_moved_agent_calls_from_his_new_services_and_from_the_old_ones_when_it_is_taken_back():
    hall = staffed_hall()
    take(hall, "v1", ENQUIRIES)
    take(hall, "v2", LANDS)
    move(hall, "rashid", LANDS)
    called = hall.run(call_next, CallNext(THREE))
    assert called is not None
    assert called.ticket == "L001"
    hall.run(take_back, TakeBack("a1", "head"))
    assert hall.work().settings.agent(AgentId("rashid")).services == (ENQUIRIES, HOUSING, LANDS)


def test_a_service_that_his_counter_does_not_serve_is_refused():
    with pytest.raises(queue_refusals.NotAtCounterError, match="counter 2 does not serve H"):
        move(staffed_hall(), "badriya", HOUSING)


def test_one_who_is_not_signed_in_may_be_moved_to_any_service_of_the_hall():
    hall = staffed_hall()
    move(hall, "noor", ENQUIRIES)
    assert hall.work().settings.agent(AgentId("noor")).services == (ENQUIRIES,)


def test_the_order_of_preference_is_a_change_for_an_all_round_agent_only():
    hall = staffed_hall()
    move(hall, "rashid", LANDS, HOUSING, ENQUIRIES)
    with pytest.raises(refusals.AlreadySoError):
        move(hall, "said", HOUSING, LANDS, name="a2")


def test_whoever_is_not_there_is_refused():
    with pytest.raises(refusals.AgentUnknownError):
        move(staffed_hall(), "nobody", LANDS)
