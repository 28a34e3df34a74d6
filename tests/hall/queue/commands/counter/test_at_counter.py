"""What every move at a counter checks first."""

from __future__ import annotations

import pytest

from contracts.words.hall import VisitState
from hall.counters.commands.begin_break import Break, begin_break
from hall.kernel import refusals
from hall.kernel.ids import AgentId, CounterId
from hall.queue.commands.counter.at_counter import (
    checked_reason,
    free_at,
    leave_counter,
    session_and_visit,
    session_at,
    working_at,
)
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.model import refusals as queue_refusals
from hall.queue.model.stage import Stage
from hall.queue.queries.queue_context import queue_context, taker_at  # fmt: skip
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS, new_hall, staffed_hall, take
from tests.helpers.replacing import replace

ONE, THREE, FOUR = CounterId(1), CounterId(3), CounterId(4)


def test_a_counter_must_be_there_and_somebody_signed_in():
    work = staffed_hall().work()
    assert session_at(work, ONE).agent == "said"
    with pytest.raises(queue_refusals.NotSignedInError, match="counter 4"):
        session_at(work, FOUR)
    with pytest.raises(refusals.CounterUnknownError):
        session_at(work, CounterId(77))


def test_on_a_break_nobody_works():
    hall = staffed_hall()
    hall.run(begin_break, Break(ONE, "meal"))
    for check in (working_at, free_at, session_and_visit):
        with pytest.raises(queue_refusals.OnBreakError):
            check(hall.work(), ONE)


def test_a_counter_has_a_visit_in_hand_or_is_free():
    hall = staffed_hall()
    take(hall, "v1")
    assert free_at(hall.work(), ONE).counter == 1
    with pytest.raises(queue_refusals.NoVisitError):
        session_and_visit(hall.work(), ONE)
    hall.run(call_next, CallNext(ONE))
    session, visit = session_and_visit(hall.work(), ONE)
    assert (session.agent, visit.id) == ("said", "v1")
    with pytest.raises(queue_refusals.VisitOpenError):
        free_at(hall.work(), ONE)


@pytest.mark.parametrize("reason", [None, "", "because"])
def test_a_reason_must_be_on_the_list(reason):
    work = new_hall().work()
    assert checked_reason(work, "other") == "other"
    with pytest.raises(refusals.ReasonUnknownError):
        checked_reason(work, reason)


def test_an_agent_serves_his_services_in_his_order_as_far_as_the_counter_does():
    assert taker_at(SETTINGS, THREE, AgentId("rashid")).services == (ENQUIRIES, HOUSING, LANDS)
    assert taker_at(SETTINGS, ONE, AgentId("rashid")).services == (HOUSING, LANDS)
    assert taker_at(SETTINGS, CounterId(2), AgentId("noor")).services == ()


def test_an_agent_without_services_or_gone_from_the_set_up_serves_the_counter_s():
    assert taker_at(SETTINGS, ONE, AgentId("said")).services == (LANDS, HOUSING)
    gone = taker_at(replace(SETTINGS, agents=()), THREE, AgentId("rashid"))
    assert (gone.services, gone.all_round) == ((ENQUIRIES, LANDS, HOUSING), False)


def test_the_surroundings_are_who_is_there_and_what_was_called():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(ONE))
    work = hall.work()
    day = work.days.latest()
    assert day is not None
    around = queue_context(work, day, hall.clock.now())
    assert (around.manned, around.present) == ({1, 2, 3}, {"said", "badriya", "rashid"})
    assert around.calls == {LANDS: 1}


def test_leaving_a_counter_remembers_since_when_it_is_free_and_what_was_served():
    hall = staffed_hall()
    work, now = hall.work(), hall.clock.now()
    ended = Stage(LANDS, now, now, VisitState.FINISHED, begun=now)
    leave_counter(work, session_at(work, ONE), now, ended=ended, finished=True)
    session = session_at(work, ONE)
    assert (session.free_since, session.served) == (hall.clock.now(), 1)
