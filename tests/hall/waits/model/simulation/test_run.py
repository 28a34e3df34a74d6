"""One path against what can be worked out by hand."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.waits.model.simulation.queue_now import Arrival, Joiner, Line, Pause, QueueNow, Server, Waiter
from tests.helpers.plain_walk import plain_walk
from tests.helpers.queues import HOUSING, LANDS, PATHS, calls, in_a_row, one, serving, walked
from tests.helpers.replacing import replace

SERVING_S = 421.0


def test_one_counter_and_equal_serving_times_are_a_plain_sum():
    assert calls(in_a_row(3, one())) == ([0, 600, 1200], [1800])


def test_two_counters_halve_the_wait():
    assert calls(in_a_row(4, one(), one())) == ([0, 0, 600, 600], [1200])


def test_the_visit_in_hand_is_finished_first():
    assert calls(in_a_row(1, one(busy_with=LANDS, elapsed_s=450.0))) == ([150], [750])


def test_a_gap_between_visits_counts_each_time():
    assert calls(in_a_row(2, one(), habits=serving((600.0,), gaps_s=(15.0,)))) == ([0, 615], [1230])


def test_a_slow_agent_takes_longer_for_all():
    assert calls(in_a_row(2, one(pace=1.5))) == ([0, 900], [1800])


def test_a_counter_that_is_not_open_yet_helps_from_its_opening_on():
    assert calls(in_a_row(4, one(), one(away_s=900.0))) == ([0, 600, 900, 1200], [1500])


def test_a_free_counter_calls_after_its_usual_gap():
    assert calls(in_a_row(1, one(ready_s=(20.0,)))) == ([20], [620])


def test_a_break_that_lasts_ends_as_breaks_of_the_hall_do():
    queue = in_a_row(1, one(on_break_s=400.0), habits=serving((600.0,), breaks_s=(300.0, 900.0)))
    assert calls(queue)[0] == [500]


def test_a_planned_pause_is_taken_at_the_first_free_moment():
    assert calls(in_a_row(3, one(pauses=(Pause(300.0, (1800.0,)),)))) == ([0, 2400, 3000], [3600])


def test_a_counter_that_closes_calls_nobody_from_then_on():
    found = walked(in_a_row(3, one(closes_s=700.0)))
    assert [len(times) for times in found.waiting] == [PATHS, PATHS, 0]
    assert found.joiners == [[]]


def test_an_unplanned_break_comes_after_a_visit_as_often_as_they_come():
    queue = in_a_row(1, one(), habits=serving((600.0,), breaks_per_s=1 / 6000, breaks_s=(900.0,)))
    times = walked(queue, paths=4000).joiners[0]
    assert set(times) == {600.0, 1500.0}
    assert times.count(1500.0) / 4000 == pytest.approx(0.1, abs=0.02)


def test_whoever_does_not_come_costs_a_minute():
    queue = in_a_row(1, one(), habits=serving((600.0,), no_show=(0.25,), no_show_s=60.0))
    times = walked(queue, paths=4000).joiners[0]
    assert set(times) == {60.0, 600.0}
    assert times.count(60.0) / 4000 == pytest.approx(0.25, abs=0.03)


def test_who_has_waited_long_stays_away_more_often():
    queue = in_a_row(1, one(), habits=serving((600.0,), no_show=(0.0, 1.0)))
    queue = replace(queue, waiting=(replace(queue.waiting[0], since_s=-1000.0),))
    assert calls(queue)[1] == [60]


def test_an_appointment_whose_slot_lies_ahead_has_not_waited_yet():
    queue = in_a_row(1, one(), habits=serving((600.0,), no_show=(0.0, 0.0, 1.0)))
    queue = replace(queue, waiting=(replace(queue.waiting[0], since_s=1500.0),))
    assert calls(queue)[1] == [600]


def test_whoever_leaves_without_a_word_costs_nothing():
    queue = in_a_row(1, one(away_s=5.0), habits=serving((600.0,), leave_per_s=1.0))
    assert calls(queue)[1] == [5]


def test_a_counter_takes_only_what_it_may_serve():
    lines = (Line(LANDS), Line(HOUSING))
    waiting, joiners = (Waiter(0, -2.0), Waiter(1, -1.0)), (Joiner(0), Joiner(1))
    found = walked(QueueNow(lines, waiting, (one(),), serving((600.0,)), joiners))
    assert found.waiting == [[0.0] * PATHS, []]
    assert found.joiners == [[600.0] * PATHS, []]


def test_of_two_lines_the_smaller_rank_goes_first_unless_one_takes_precedence():
    lines = (Line(LANDS), Line(HOUSING))
    waiting = (Waiter(0, -100.0), Waiter(1, -50.0))
    by_wait = QueueNow(lines, waiting, (Server(((0, 0), (0, 1))),), serving((600.0,)))
    preferred = replace(by_wait, servers=(Server(((1, 0), (0, 1))),))
    assert calls(by_wait)[0] == [0, 600]
    assert calls(preferred)[0] == [600, 0]


def test_a_preference_yields_to_whoever_has_waited_too_long():
    lines = (Line(LANDS), Line(HOUSING))
    waiting = (Waiter(0, -4000.0, -4000.0), Waiter(1, -50.0, -50.0))
    servers = (Server(((1, 0), (0, 1)), yields_s=3600.0),)
    assert calls(QueueNow(lines, waiting, servers, serving((600.0,))))[0] == [0, 600]


def test_a_joiner_with_a_head_start_passes_whom_it_may_and_displaces_nobody():
    queue = replace(in_a_row(4, one()), joiners=(Joiner(0), Joiner(0, -2.5)))
    assert calls(queue) == ([0, 600, 1200, 1800], [2400, 1200])


def test_a_later_arrival_with_a_head_start_goes_before_who_waits():
    queue = replace(in_a_row(2, one()), arrivals=(Arrival(300.0, 0, -100.0),))
    assert calls(queue) == ([0, 1200], [1800])
    assert walked(queue).arrivals == [[600.0] * PATHS]


def test_an_arrival_wakes_a_counter_that_has_nothing_to_do():
    lines = (Line(LANDS), Line(HOUSING))
    servers = (Server(((0, 0),)), Server(((0, 1),)))
    arrival, waiting = Arrival(300.0, 1, 300.0), tuple(Waiter(0, float(at)) for at in range(3))
    found = walked(QueueNow(lines, waiting, servers, serving((600.0,)), arrivals=(arrival,)))
    assert found.arrivals == [[300.0] * PATHS]


def test_an_arrival_comes_as_often_as_its_chance():
    queue = replace(in_a_row(2, one()), arrivals=(Arrival(300.0, 0, -100.0, 0.3),))
    assert len(walked(queue, paths=4000).arrivals[0]) / 4000 == pytest.approx(0.3, abs=0.03)


def test_where_lanes_take_turns_the_lane_whose_turn_it_is_comes_first():
    lines = (Line(LANDS, lane=0), Line(LANDS, lane=1))
    waiting = (*(Waiter(0, -10.0 + at) for at in range(4)), Waiter(1, -1.0), Waiter(1, -0.5))
    server = Server(((0, 0), (0, 1)))
    assert calls(QueueNow(lines, waiting, (server,), serving((600.0,)), seats=(0, 0, 1)))[0] == [
        0, 600, 1800, 2400, 1200, 3000,
    ]  # fmt: skip
    later = replace(server, turn=2)
    assert calls(QueueNow(lines, waiting, (later,), serving((600.0,)), seats=(0, 0, 1)))[0][4] == 0


def test_a_visit_that_takes_longer_than_anything_seen_still_ends():
    times = walked(in_a_row(0, one(busy_with=LANDS, elapsed_s=5000.0)), paths=50).joiners[0]
    assert len(times) == 50
    assert all(0 <= time <= 600 for time in times)


@st.composite
def plain_queues(draw: st.DrawFn) -> QueueNow:
    """Return queues in which nothing is left to chance; each line has another head start."""
    head_starts_s = (0.0, 1800.25, 0.125)
    lines = st.integers(0, 2)
    since = sorted(draw(st.lists(st.integers(-9000, 0), max_size=12, unique=True)))
    waiting = [Waiter(line, at_s - head_starts_s[line], at_s) for at_s in map(float, since) for line in (draw(lines),)]
    skills = st.lists(lines, unique=True, max_size=3)
    servers = tuple(
        Server(
            tuple((draw(st.integers(-1, 2)), line) for line in draw(skills)),
            away_s=at / 16 + draw(st.integers(0, 2000)),
            yields_s=draw(st.sampled_from([600.03, 3000.03, inf])),
        )
        for at in range(draw(st.integers(1, 4)))
    )
    came = [at_s + 0.5 for at_s in sorted(draw(st.lists(st.integers(0, 5000), max_size=6, unique=True)))]
    arrivals = [Arrival(at_s, line, at_s - head_starts_s[line]) for at_s in came for line in (draw(lines),)]
    return QueueNow(
        (Line(LANDS), Line(HOUSING), Line(LANDS)),
        tuple(sorted(waiting, key=lambda one: one.rank_s)),
        servers,
        serving((SERVING_S,)),
        tuple(Joiner(line, 0.03125 - head_start_s) for line, head_start_s in enumerate(head_starts_s)),
        tuple(arrivals),
    )


@given(plain_queues())
def test_each_counter_takes_whom_a_search_of_everybody_would_find(queue):
    called, joined = plain_walk(queue, SERVING_S)
    found = walked(queue, paths=1)
    assert [times[0] if times else inf for times in found.joiners] == joined
    for times, plain in zip((*found.waiting, *found.arrivals), called, strict=True):
        assert not times or times[0] == plain
    assert [bool(times) for times in found.waiting] == [plain < inf for plain in called[: len(queue.waiting)]]
