"""What a queue is unless somebody says more: a plain counter, a plain habit."""

from __future__ import annotations

from math import inf

from hall.kernel.ids import ServiceCode
from hall.waits.model.simulation.queue_now import Arrival, Habits, Joiner, Server, Waiter


def test_a_counter_of_which_nothing_more_is_known_is_free_and_never_closes():
    server = Server(takes=((0, 0),))
    assert (server.busy_with, server.away_s, server.on_break_s, server.pauses) == (None, 0.0, None, ())
    assert server.closes_s == server.yields_s == inf
    assert server.pace == 1.0


def test_habits_of_which_nothing_more_is_known_have_no_breaks_no_shows_and_nobody_leaves():
    habits = Habits({ServiceCode("L"): (600.0,)})
    assert (habits.breaks_per_s, tuple(habits.no_show), habits.leave_per_s) == (0.0, (0.0,), 0.0)
    assert tuple(habits.gaps_s) == (0.0,)


def test_who_joins_now_has_waited_for_nothing_and_who_arrives_surely_comes():
    assert Joiner(0).rank_s == Waiter(0, 0.0).since_s == 0.0
    assert Arrival(60.0, 0, 60.0).chance == 1.0
