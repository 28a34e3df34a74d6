"""A hall as it stood at one moment of a replay."""

from __future__ import annotations

from math import inf

import pytest

from hall.waits.model.history import History
from tools.waits.hall_plan import CounterPlan, HallPlan
from tools.waits.hall_state import HallState, Ticket

NOON = 12 * 3600.0
PLAN = HallPlan(
    (CounterPlan(1, ("A", "B"), 0.0, 60_000.0, NOON, 1800.0), CounterPlan(2, ("A",), 0.0, inf, None, 1800.0)),
    {"priority": 1200.0, "appointment": 900.0},
    ("A", "B"),
)


def ticket(
    row: int, issued_s: float, service: str = "A", lane: str = "standard", slot_s: float | None = None
) -> Ticket:
    return Ticket(row, service, lane, issued_s, slot_s, issued_s + 600, issued_s + 900, True, 1)


@pytest.fixture
def state() -> HallState:
    return HallState(PLAN, History())


def test_who_waits_is_ranked_by_issue_slot_and_head_start(state):
    assert ticket(0, 1000.0).rank_s(PLAN) == 1000.0
    assert ticket(0, 1000.0, lane="priority").rank_s(PLAN) == -200.0
    assert ticket(0, 1000.0, lane="appointment", slot_s=1800.0).rank_s(PLAN) == 900.0
    for row, (at_s, lane) in enumerate(((0.0, "standard"), (100.0, "priority"), (200.0, "standard"))):
        state.issue(ticket(row, at_s, lane=lane))
    assert state.ahead_of(ticket(9, 150.0)) == 2
    assert state.ahead_of(ticket(9, 150.0, lane="priority")) == 1


def test_a_called_ticket_is_at_its_counter_until_it_is_finished_and_then_the_hall_has_learnt(state):
    one = ticket(0, 1000.0)
    state.issue(one)
    state.call(one, 1600.0)
    server = state.queue_now(ticket(9, 1700.0), 1700.0).servers[0]
    assert (server.busy_with, server.elapsed_s) == ("A", 100.0)
    state.finish(one, 1900.0)
    assert list(state.history.serving["A"].newest) == [300.0]
    assert state.queue_now(ticket(9, 1900.0), 1900.0).servers[0].busy_with is None


def test_the_next_call_of_who_waited_already_teaches_the_gap(state):
    first, waited, fresh = ticket(0, 0.0), ticket(1, 10.0), ticket(2, 2000.0)
    for one, now_s in ((first, 100.0), (waited, 930.0), (fresh, 2600.0)):
        state.call(one, now_s)
        state.finish(one, now_s + 800.0)
    assert list(state.history.gaps.newest) == [30.0]


def test_an_absence_about_noon_is_taken_for_lunch_until_it_proves_too_short(state):
    state.leave(1, NOON)
    assert state.queue_now(ticket(9, NOON), NOON).servers[0].ready_s == (1800.0,)
    state.come_back(1, NOON, NOON + 300)
    assert list(state.history.breaks.newest) == [300.0]
    assert state.lunched == set(), "the lunch is still to come"
    state.leave(1, NOON + 900)
    state.come_back(1, NOON + 900, NOON + 2700)
    assert list(state.history.lunches.newest) == [1800.0]
    assert state.lunched == {1}
    assert state.queue_now(ticket(9, NOON + 3000), NOON + 3000).servers[0].pauses == ()


def test_a_lunch_to_come_is_planned_and_a_break_that_lasts_is_known(state):
    servers = state.queue_now(ticket(9, NOON - 3600), NOON - 3600).servers
    assert [[pause.from_s for pause in server.pauses] for server in servers] == [[3600.0], []]
    state.leave(2, 1000.0)
    assert state.queue_now(ticket(9, 1060.0), 1060.0).servers[1].on_break_s == 60.0
    assert [counter.number for counter in state.open_now()] == [1]


def test_who_is_absent_that_day_or_has_closed_serves_nobody(state):
    state.absent.add(2)
    assert len(state.queue_now(ticket(9, 1000.0), 1000.0).servers) == 1
    assert state.queue_now(ticket(9, 61_000.0), 61_000.0).servers == ()


def test_the_booked_who_have_not_come_are_expected_until_they_do(state):
    state.booked["A", 7200.0] += 1
    joiner = ticket(9, 6600.0)
    asked = state.queue_now(joiner, 6600.0)
    assert [arrival.rank_s for arrival in asked.arrivals] == [7200.0 - 900.0 - 6600.0]
    state.issue(ticket(1, 6610.0, lane="appointment", slot_s=7200.0))
    assert state.queue_now(joiner, 6620.0).arrivals == ()
