"""Expected waits against what can be worked out by hand, and against what must always hold."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.domain.ids import ServiceCode
from hall.domain.waiting_time import (
    PATHS_MAX,
    ExpectedWait,
    QueueNow,
    Server,
    forecast,
    paths_for,
    rounded_outward,
    serving_table,
)

LANDS, HOUSING = ServiceCode("L"), ServiceCode("H")
TEN_MINUTES = {LANDS: (600.0,), HOUSING: (600.0,)}


def exactly(seconds: int) -> ExpectedWait:
    return ExpectedWait(seconds, seconds, seconds)


def one_service(waiting: int, servers: list[Server], tables=None, gap_s=0.0) -> QueueNow:
    return QueueNow((LANDS,) * waiting, (LANDS,), tuple(servers), tables or TEN_MINUTES, gap_s)


def server(waiting: int, **more) -> Server:
    return Server(tuple(range(waiting)), ((waiting, 0),), **more)


def run(queue: QueueNow, seed: int = 1, paths: int | None = None):
    return forecast(queue, random.Random(seed), paths=paths)


def test_one_counter_and_equal_serving_times_are_a_plain_sum():
    answer = run(one_service(3, [server(3)]))
    assert answer.waiting == (exactly(0), exactly(600), exactly(1200))
    assert answer.joiners == (exactly(1800),)


def test_the_visit_in_hand_is_finished_first():
    answer = run(one_service(1, [server(1, busy_with=LANDS, elapsed_s=450.0)]))
    assert answer.waiting == (exactly(150),)
    assert answer.joiners == (exactly(750),)


def test_a_gap_between_visits_counts_each_time():
    answer = run(one_service(2, [server(2)], gap_s=15.0))
    assert answer.joiners == (exactly(2 * 615),)


def test_two_counters_halve_the_wait():
    answer = run(one_service(4, [server(4), server(4)]))
    assert answer.waiting == (exactly(0), exactly(0), exactly(600), exactly(600))
    assert answer.joiners == (exactly(1200),)


def test_a_counter_on_a_break_helps_when_it_is_back():
    answer = run(one_service(4, [server(4), server(4, away_s=900.0)]))
    assert answer.waiting == (exactly(0), exactly(600), exactly(900), exactly(1200))


def test_without_a_counter_nothing_honest_can_be_said():
    answer = run(one_service(2, []))
    assert answer.waiting == (None, None)
    assert answer.joiners == (None,)


def test_a_counter_that_does_not_serve_the_service_does_not_help():
    queue = QueueNow((LANDS, HOUSING), (LANDS, HOUSING), (Server((0,), ((1, 0),)),), TEN_MINUTES)
    answer = run(queue)
    assert answer.waiting == (exactly(0), None)
    assert answer.joiners == (exactly(600), None)


def test_a_joiner_with_a_head_start_is_called_before_those_it_passes():
    queue = QueueNow((LANDS,) * 4, (LANDS, LANDS), (Server((0, 1, 2, 3), ((1, 1), (4, 0))),), TEN_MINUTES)
    assert run(queue).joiners == (exactly(2400), exactly(600))


def test_a_visit_that_takes_longer_than_anything_seen_still_ends():
    answer = run(one_service(0, [server(0, busy_with=LANDS, elapsed_s=5000.0)]))
    waited = answer.joiners[0]
    assert waited is not None
    assert 0 <= waited.low_s <= waited.high_s <= 600


def test_the_mean_of_many_serving_times_is_the_middle_of_the_forecast():
    """One counter, 20 ahead: the wait is a sum of 20 draws, near 20 means and spread by the root of 20."""
    table = serving_table(600)
    mean = sum(table) / len(table)
    answer = run(one_service(20, [server(20)], {LANDS: table}), paths=400)
    wait = answer.joiners[0]
    assert wait is not None
    assert wait.likely_s == pytest.approx(20 * mean, rel=0.05)
    deviation = (sum((t - mean) ** 2 for t in table) / len(table) * 20) ** 0.5
    assert wait.high_s - wait.low_s == pytest.approx(2 * 1.2816 * deviation, rel=0.2)


def test_the_same_seed_gives_the_same_answer():
    queue = one_service(9, [server(9), server(9)], {LANDS: serving_table(420)})
    assert run(queue, 7) == run(queue, 7)


def test_a_spread_expectation_keeps_its_mean_and_its_spread():
    table = serving_table(420)
    assert list(table) == sorted(table)
    assert sum(table) / len(table) == pytest.approx(420, rel=0.03)
    assert table[0] > 60


def test_thirty_learnt_times_replace_the_expectation_and_fewer_do_not():
    learnt = [float(n) for n in range(130, 100, -1)]
    assert serving_table(420, learnt) == tuple(sorted(learnt))
    assert serving_table(420, learnt[:29]) == serving_table(420)


@st.composite
def queues(draw: st.DrawFn) -> QueueNow:
    waiting = tuple(draw(st.lists(st.sampled_from([LANDS, HOUSING]), max_size=12)))
    joiners = (LANDS, HOUSING)
    servers = []
    for skills in draw(st.lists(st.sampled_from([(LANDS,), (HOUSING,), (LANDS, HOUSING)]), max_size=4)):
        order = tuple(at for at, code in enumerate(waiting) if code in skills)
        joins = tuple((len(order), at) for at, code in enumerate(joiners) if code in skills)
        busy = draw(st.none() | st.sampled_from(skills))
        servers.append(Server(order, joins, busy, draw(st.floats(0, 2000)), draw(st.floats(0, 900))))
    tables = {LANDS: serving_table(600), HOUSING: serving_table(180)}
    return QueueNow(waiting, joiners, tuple(servers), tables, draw(st.sampled_from([0.0, 15.0])))


@given(queues(), st.integers(0, 5))
def test_every_range_is_in_order_and_everybody_who_can_be_served_has_one(queue, seed):
    answer = run(queue, seed, paths=20)
    for at, wait in enumerate(answer.waiting):
        assert (wait is not None) == any(at in s.order for s in queue.servers)
    for at, wait in enumerate(answer.joiners):
        assert (wait is not None) == any(at in (j for _, j in s.joins) for s in queue.servers)
    for wait in (*answer.waiting, *answer.joiners):
        assert wait is None or 0 <= wait.low_s <= wait.likely_s <= wait.high_s


@given(queues(), st.integers(0, 5))
def test_within_a_service_nobody_is_foreseen_before_who_stands_ahead(queue, seed):
    answer = run(queue, seed, paths=20)
    for service, join in ((LANDS, answer.joiners[0]), (HOUSING, answer.joiners[1])):
        waits = [w for code, w in zip(queue.waiting, answer.waiting, strict=True) if code == service]
        known = [w for w in (*waits, join) if w is not None]
        for field in ("low_s", "likely_s", "high_s"):
            ends = [getattr(wait, field) for wait in known]
            assert ends == sorted(ends)


@given(st.integers(0, 20_000), st.integers(0, 5000), st.integers(0, 5000))
def test_rounding_goes_outward_in_steps_of_five_minutes_and_never_to_a_single_figure(low, more, most):
    wait = ExpectedWait(low, low + more, low + more + most)
    told = rounded_outward(wait)
    assert told.low_s <= wait.low_s
    assert told.high_s >= wait.high_s
    assert told.low_s % 300 == told.likely_s % 300 == told.high_s % 300 == 0
    assert wait.low_s - told.low_s < 300
    assert told.high_s - told.low_s >= 300
    assert told.low_s <= told.likely_s <= told.high_s


@pytest.mark.parametrize(("waiting", "counters"), [(30, 8), (60, 16), (400, 16)])
def test_many_who_wait_cost_paths_instead_of_time(waiting, counters):
    table = serving_table(420)
    queue = one_service(waiting, [server(waiting) for _ in range(counters)], {LANDS: table})
    assert 10 <= paths_for(queue) <= PATHS_MAX
    assert paths_for(queue) == PATHS_MAX or waiting > 60
    started = time.process_time()
    run(queue)
    assert time.process_time() - started < 0.1, "ten times the budget, so that a busy machine does not fail it"
