"""Expected waits: what the paths say, corrected, and how it is shown."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.waits.model.calibration import ENOUGH, RollingCorrection, SimulatedWait
from hall.waits.model.history import assumed_table
from hall.waits.model.waiting_time import (
    PATHS,
    PATHS_LEAST,
    ExpectedWait,
    announced_range,
    forecast,
    paths_for,
    rounded_outward,
)
from tests.helpers.queues import in_a_row, one, serving


def test_the_middle_of_the_paths_is_the_sum_of_what_is_ahead():
    """One counter, 20 ahead: the wait is a sum of 20 draws, near 20 means and spread by the root of 20."""
    table = assumed_table(600)
    mean = sum(table) / len(table)
    deviation = (sum((t - mean) ** 2 for t in table) / len(table) * 20) ** 0.5
    found = forecast(in_a_row(20, one(), habits=serving(table)), random.Random(1), paths=400).joiners[0]
    assert found is not None
    assert found.likely_s == pytest.approx(20 * mean, rel=0.05)
    assert found.spread == pytest.approx(2 * 1.2816 * deviation / (20 * mean), rel=0.2)


def test_without_a_counter_nothing_honest_can_be_said():
    answer = forecast(in_a_row(2), random.Random(1))
    assert answer.waiting == (None, None)
    assert answer.joiners == (None,)


@pytest.mark.parametrize(("closes_s", "said"), [(100_000.0, True), (300.0, False)])
def test_nothing_is_said_of_a_call_that_most_paths_do_not_reach(closes_s, said):
    queue = in_a_row(5, one(closes_s=closes_s), habits=serving(assumed_table(600)))
    assert (forecast(queue, random.Random(1)).joiners[0] is not None) is said


def test_the_same_seed_gives_the_same_answer():
    queue = in_a_row(9, one(), one(), habits=serving(assumed_table(420)))
    assert forecast(queue, random.Random(7)) == forecast(queue, random.Random(7))


def test_a_range_is_told_rounded_outward():
    wait = announced_range(SimulatedWait(1100.0, 0.3), RollingCorrection(), 1800.0)
    assert wait.told is not None
    assert wait.told.low_s <= wait.corrected.low_s <= wait.corrected.likely_s <= wait.corrected.high_s
    assert wait.told.high_s >= wait.corrected.high_s


@pytest.mark.parametrize(("spread", "told"), [(0.5, True), (2.5, False)])
def test_a_range_wider_than_may_be_is_kept_and_not_told(spread, told):
    wait = announced_range(SimulatedWait(2400.0, spread), RollingCorrection(), 1800.0)
    assert (wait.told is not None) is told
    assert (wait.corrected.high_s - wait.corrected.low_s <= 1800.0) is told
    assert wait.estimate.likely_s == 2400.0


def test_what_is_told_is_corrected_by_how_the_last_ones_turned_out():
    correction = RollingCorrection()
    for _ in range(ENOUGH * 5):
        correction.learn(SimulatedWait(600.0, 0.3), 1200.0)
    wait = announced_range(SimulatedWait(600.0, 0.3), correction, 1800.0)
    assert wait.told is not None
    assert wait.told.low_s >= 900


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


@pytest.mark.parametrize(("waiting", "counters"), [(30, 6), (60, 6), (400, 16)])
def test_many_who_wait_cost_paths_instead_of_time(waiting, counters):
    queue = in_a_row(waiting, *[one()] * counters, habits=serving(assumed_table(420)))
    assert PATHS_LEAST <= paths_for(queue) <= PATHS
    assert paths_for(queue) == PATHS or waiting > 60
    took = []
    for seed in range(3):
        started = time.thread_time()
        forecast(queue, random.Random(seed))
        took.append(time.thread_time() - started)
    assert min(took) < 0.15, "ten times the budget of 60, and the quickest of three: other work slows a core down"
