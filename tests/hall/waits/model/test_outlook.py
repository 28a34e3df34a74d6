"""The next hour, found by hand where serving takes a known time, and what a change gains."""

from __future__ import annotations

import pytest

from hall.kernel.ids import ServiceCode
from hall.waits.model.outlook import Gain, gain, look_ahead, shares_within
from hall.waits.model.simulation.queue_now import Arrival, Habits, Joiner, Line, QueueNow, Server, Waiter
from tests.helpers.replacing import replace

A, B = ServiceCode("A"), ServiceCode("B")
TEN_MINUTES = Habits({A: (600.0,), B: (600.0,)}, gaps_s=(0.0,), no_show=(0.0,))
SEEDS = range(1, 9)
TARGETS = {A: 900.0, B: 900.0}


def queue(waiting: int, servers: int = 1, **more: object) -> QueueNow:
    """Return a queue for A in which everybody came just now and serving takes ten minutes."""
    ours = tuple(Waiter(0, float(place)) for place in range(waiting))
    return QueueNow((Line(A),), ours, (Server(((0, 0),)),) * servers, TEN_MINUTES, (Joiner(0, 50.0),), **more)  # type: ignore[arg-type]  # by name


def minutes(points: object) -> list[tuple[int, int]]:
    return [(round(point.at_s / 60), round(point.found.likely_s / 60)) for point in points]  # type: ignore[attr-defined]  # of an outlook


def test_the_wait_of_who_comes_later_is_shorter_by_what_is_served_until_then():
    assert minutes(look_ahead(queue(6), TARGETS, SEEDS).points[A]) == [(0, 60), (30, 30), (60, 0)]


def test_who_comes_meanwhile_is_reckoned_with():
    coming = tuple(Arrival(60.0 * at, 0, 60.0 * at) for at in range(1, 5))
    points = look_ahead(queue(0, arrivals=coming), TARGETS, SEEDS).points[A]
    assert minutes(points)[1] == (30, 11), "free at minute 41, after four of ten minutes"


def test_where_enough_come_of_themselves_nobody_is_imagined_and_the_quarters_are_told_too():
    coming = tuple(Arrival(600.0 * at, 0, 600.0 * at) for at in range(1, 6))
    points = look_ahead(queue(3, arrivals=coming), TARGETS, range(1, 41)).points[A]
    assert minutes(points) == [(0, 30), (15, 20), (30, 20), (45, 20), (60, 20)]


@pytest.mark.parametrize(("waiting", "passes_min"), [(1, None), (2, None), (3, 15), (9, 15)])
def test_it_says_when_somebody_will_have_waited_too_long(waiting: int, passes_min: float | None):
    passes = look_ahead(queue(waiting), TARGETS, SEEDS).passes_s
    assert passes == ({} if passes_min is None else {A: passes_min * 60})


def test_who_has_waited_too_long_already_passes_now():
    late = replace(queue(1), waiting=(Waiter(0, -1000.0, -1000.0),))
    assert look_ahead(late, TARGETS, SEEDS).passes_s == {A: 0.0}


def test_where_no_counter_serves_the_target_passes_and_nobody_is_within_it():
    lost = Arrival(60.0, 0, 60.0)
    found = look_ahead(queue(2, servers=0, arrivals=(lost,)), TARGETS, SEEDS)
    assert found.passes_s == {A: 900.0}
    assert set(found.shares) == {0.0}
    assert found.points[A] == ()


def test_the_share_within_the_target_is_that_of_the_hall():
    assert set(look_ahead(queue(4), TARGETS, SEEDS).shares) == {0.5}, "called at 0, 10, 20 and 30 minutes"
    assert set(shares_within(queue(4, servers=2), TARGETS, SEEDS)) == {1.0}


def test_one_more_counter_gains_what_it_gains():
    before, after = shares_within(queue(4), TARGETS, SEEDS), shares_within(queue(4, servers=2), TARGETS, SEEDS)
    assert gain(before, after) == Gain(50, 50, 50)


def test_the_same_seeds_give_the_same_hour():
    drawn = replace(queue(5), habits=Habits({A: (120.0, 600.0, 1800.0)}))
    assert look_ahead(drawn, TARGETS, SEEDS) == look_ahead(drawn, TARGETS, SEEDS)
    assert look_ahead(drawn, TARGETS, SEEDS) != look_ahead(drawn, TARGETS, range(100, 108))


def test_a_hall_without_lines_has_no_outlook():
    empty = QueueNow((), (), (), TEN_MINUTES)
    assert look_ahead(empty, TARGETS, SEEDS).points == {}
    assert shares_within(empty, TARGETS, SEEDS) == ()


def test_a_loss_is_a_gain_below_nothing():
    assert gain([0.9, 0.9], [0.7, 0.7]) == Gain(-20, -20, -20)
