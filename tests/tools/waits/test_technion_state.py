"""A call centre as it stood at one moment of a replay."""

from __future__ import annotations

import pytest

from tools.waits.technion_state import ACTIVE_S, CREDIT_S, HIGH, Call, Centre


def call(row: int, arrived_s: float, *, kind: str = "PS", server: str = "S1", priority: str = "0") -> Call:
    return Call(row, kind, priority, arrived_s, 60.0, True, True, arrived_s + 60, arrived_s + 200, server)


@pytest.fixture
def centre() -> Centre:
    return Centre(("NW", "PS"))


def serve(centre: Centre, one: Call) -> None:
    """Let a call queue, be taken and end."""
    centre.arrive(one, one.arrived_s)
    centre.leave_queue(one)
    centre.begin(one, one.begun_s)
    centre.end(one, one.ended_s)


def test_a_call_leaves_the_queue_after_its_wait_and_even_none_takes_a_moment():
    assert call(0, 100.0).left_s == 160.0
    assert Call(0, "PS", "0", 100.0, 0.0, True, True, 0, 0, "").left_s == 100.5


def test_a_high_priority_has_a_head_start(centre):
    assert (call(0, 0.0).credit_s, call(0, 0.0, priority=HIGH).credit_s) == (0.0, CREDIT_S)
    centre.arrive(call(1, 1000.0), 1000.0)
    joiner = call(2, 1010.0, priority=HIGH)
    queue = centre.queue_now(joiner, 1010.0)
    assert queue.joiners[0].rank_s < queue.waiting[0].rank_s < 0


def test_a_server_takes_the_types_of_which_it_had_its_share(centre):
    for row in range(20):
        serve(centre, call(row, 300.0 * row))
        serve(centre, call(100 + row, 300.0 * row, kind="NW", server="S2"))
    centre.new_day([])
    assert centre.able("S1") == {"PS"}
    assert centre.able("S2") == {"NW"}
    assert centre.able("nobody") == frozenset()


def test_a_server_is_there_while_it_works_and_half_an_hour_after(centre):
    one = call(0, 1000.0)
    centre.arrive(one, 1000.0)
    centre.begin(one, 1060.0)
    assert centre.active(1060.0 + 2 * ACTIVE_S) == ["S1"]
    centre.end(one, 1200.0)
    assert centre.active(1200.0 + ACTIVE_S - 1) == ["S1"]
    assert centre.active(1200.0 + ACTIVE_S) == []


def test_lengths_are_learnt_and_a_slow_server_is_known_for_it(centre):
    for row in range(60):
        serve(centre, call(row, 300.0 * row))
        slow = Call(100 + row, "PS", "0", 300.0 * row, 60.0, True, True, 300.0 * row + 60, 300.0 * row + 340, "S2")
        serve(centre, slow)
    assert len(centre.history.serving["PS"].newest) == 120
    now_s = 300.0 * 59 + 400
    quick, slow_one = centre.queue_now(call(999, now_s), now_s).servers
    assert slow_one.pace > 1.2 > quick.pace


def test_the_rate_of_hanging_up_is_that_of_those_who_left(centre):
    before = centre.hang_per_s
    gone = Call(1, "PS", "0", 0.0, 50.0, True, False, 0, 0, "")
    centre.arrive(gone, 0.0)
    centre.leave_queue(gone)
    assert centre.hang_per_s > before == 0.0
    assert centre.waiting == {}


def test_a_new_day_begins_with_an_empty_queue_and_yesterday_s_lengths(centre):
    serve(centre, call(0, 1000.0))
    centre.arrive(call(1, 2000.0, priority=HIGH), 2000.0)
    centre.new_day([call(1, 2000.0, priority=HIGH)])
    assert (centre.waiting, centre.busy, centre.last_s) == ({}, {}, {})
    assert centre.history.days == 1
    assert centre.history.per_day("PS", 1) == 1.0
    assert len(centre.history.serving["PS"].newest) == 1


def test_the_gap_before_a_call_is_counted_from_when_it_could_be_taken(centre):
    first, second = call(0, 1000.0), call(1, 1250.0)
    serve(centre, first)
    serve(centre, second)
    assert list(centre.gaps.newest)[-1] == second.begun_s - second.arrived_s
