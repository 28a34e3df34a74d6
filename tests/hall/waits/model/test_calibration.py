"""A range is corrected by how the last ones turned out, until it is right four times in five."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.waits.model.calibration import ENOUGH, ErrorWindow, RollingCorrection, SimulatedWait, error_of, simulated_wait


def held(correction: RollingCorrection, outcomes, estimate: SimulatedWait) -> float:
    """Return the share of outcomes within the range told before each was known."""
    within = 0
    for outcome_s in outcomes:
        told = correction.correct(estimate)
        within += told.low_s <= outcome_s <= told.high_s
        correction.learn(estimate, outcome_s)
    return within / len(outcomes)


def test_the_middle_of_the_paths_is_told_and_their_spread_is_of_the_logarithm():
    found = simulated_wait([540.0, 600.0, 660.0])
    assert found.likely_s == pytest.approx(600.0)
    assert 0 < found.spread < 0.5


def test_paths_that_agree_have_no_spread_and_are_not_believed_to_the_second():
    found = simulated_wait([600.0] * 10)
    assert found.spread == pytest.approx(0.0, abs=1e-9)
    told = RollingCorrection().correct(found)
    assert told.low_s < 600.0 < told.high_s


def test_a_call_at_once_is_a_wait_of_nothing():
    told = RollingCorrection().correct(simulated_wait([0.0] * 10))
    assert told.low_s == told.likely_s == 0.0


@given(st.floats(0, 20_000), st.floats(0, 4), st.floats(0, 30_000))
def test_the_ends_and_the_middle_are_in_order_and_never_negative(likely_s, spread, outcome_s):
    correction = RollingCorrection()
    for _ in range(ENOUGH + 1):
        correction.learn(SimulatedWait(likely_s, spread), outcome_s)
    told = correction.correct(SimulatedWait(likely_s, spread))
    assert 0 <= told.low_s <= told.likely_s <= told.high_s


def test_an_outcome_later_than_told_is_a_positive_error():
    assert error_of(SimulatedWait(600.0, 1.0), 900.0) > 0 > error_of(SimulatedWait(600.0, 1.0), 300.0)


def test_with_few_outcomes_the_paths_are_believed():
    correction = RollingCorrection()
    for _ in range(ENOUGH - 1):
        correction.learn(SimulatedWait(600.0), 6000.0)
    assert correction.correct(SimulatedWait(600.0)).likely_s == pytest.approx(600.0)


def test_an_estimate_that_is_always_half_of_the_truth_is_doubled():
    correction = RollingCorrection()
    for _ in range(500):
        correction.learn(SimulatedWait(600.0), 1200.0)
    assert correction.correct(SimulatedWait(600.0)).likely_s == pytest.approx(1200.0, rel=0.01)


@pytest.mark.parametrize(("believed", "true"), [(0.2, 1.0), (3.0, 0.5)])
def test_too_sure_and_too_unsure_estimates_both_come_to_hold_four_times_in_five(believed, true):
    chance = random.Random(1)
    outcomes = [600.0 * 2.718 ** chance.gauss(0, true / 2.56) for _ in range(3000)]
    correction = RollingCorrection()
    held(correction, outcomes[:1000], SimulatedWait(600.0, believed))
    assert held(correction, outcomes[1000:], SimulatedWait(600.0, believed)) == pytest.approx(0.8, abs=0.03)


def test_a_group_that_errs_otherwise_than_all_is_corrected_by_its_own():
    correction = RollingCorrection()
    chance = random.Random(2)
    for _ in range(1500):
        for group, outcome_s in (("calm", 600.0), ("late", 1200.0)):
            estimate = SimulatedWait(600.0, 1.0, groups=(("service", group),))
            correction.learn(estimate, outcome_s * chance.uniform(0.9, 1.1))
    calm = correction.correct(SimulatedWait(600.0, 1.0, groups=(("service", "calm"),)))
    late = correction.correct(SimulatedWait(600.0, 1.0, groups=(("service", "late"),)))
    assert late.likely_s > 1.3 * calm.likely_s


def test_old_errors_are_forgotten():
    window = ErrorWindow(size=3)
    for error in (9.0, 1.0, 3.0, 2.0):
        window.add(error)
    assert window.ordered == [1.0, 2.0, 3.0]
    assert window.quantile(0.5) == 2.0


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=50), st.floats(0, 1))
def test_a_quantile_lies_within_what_was_seen(errors, share):
    window = ErrorWindow()
    for error in errors:
        window.add(error)
    assert min(errors) <= window.quantile(share) <= max(errors)
