"""Several estimators become one: it finds the weights it is not told."""

from __future__ import annotations

import random
from math import exp, expm1

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.waits.blend import AGAIN, Blend, Ridge, Usual, solved


@given(st.lists(st.floats(-5, 5), min_size=3, max_size=3), st.integers(0, 10_000))
def test_what_is_solved_satisfies_the_equations(x, seed):
    chance = random.Random(seed)
    roots = [[chance.uniform(-1, 1) for _ in range(3)] for _ in range(3)]
    matrix = [
        [sum(a * b for a, b in zip(one, other, strict=True)) + (at == to) for to, other in enumerate(roots)]
        for at, one in enumerate(roots)
    ]
    right = [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]
    assert solved(matrix, right) == pytest.approx(x, abs=1e-6)


def test_weights_begin_where_they_are_set_and_move_only_with_enough_outcomes():
    ridge = Ridge([0.0, 1.0])
    for _ in range(AGAIN - 1):
        ridge.learn([1.0, 2.0], 9.0)
    assert ridge.weights == [0.0, 1.0]
    ridge.learn([1.0, 2.0], 9.0)
    assert ridge.value([1.0, 2.0]) == pytest.approx(9.0, rel=0.05)


def test_the_weights_behind_noisy_outcomes_are_found():
    chance, ridge = random.Random(1), Ridge([0.0, 0.0, 0.0])
    for _ in range(2000):
        features = [1.0, chance.uniform(0, 3), chance.uniform(0, 3)]
        ridge.learn(features, 0.5 + 0.7 * features[1] + 0.1 * features[2] + chance.gauss(0, 0.1))
    assert ridge.weights == pytest.approx([0.5, 0.7, 0.1], abs=0.05)


def test_a_group_that_errs_more_is_known_for_it():
    usual = Usual()
    for _ in range(200):
        usual.learn((("queue", "calm"),), 0.1)
        usual.learn((("queue", "wild"),), 0.8)
    assert usual.size((("queue", "wild"),)) > 3 * usual.size((("queue", "calm"),))
    assert usual.size((("queue", "unknown"),)) == usual.size(())


def test_a_blend_beats_the_estimator_it_starts_from_and_its_range_holds():
    chance, blend, errors, first_errors, held = random.Random(3), Blend([0.0, 1.0, 0.0], 60.0), [], [], []
    for at in range(3000):
        wrong, good = chance.uniform(0, 3), chance.uniform(0, 3)
        outcome_s = 60.0 * expm1(good) * exp(chance.gauss(0, 0.2))
        features, groups = [1.0, wrong, good], (("queue", "q"),)
        estimate = blend.estimate(features, 3, groups)
        told = blend.correct(estimate)
        if at >= 1000:
            errors.append(abs(told.likely_s - outcome_s))
            first_errors.append(abs(60.0 * expm1(wrong) - outcome_s))
            held.append(told.low_s <= outcome_s <= told.high_s)
        blend.learn(features, estimate, outcome_s)
    assert sum(errors) < 0.3 * sum(first_errors)
    assert sum(held) / len(held) == pytest.approx(0.8, abs=0.04)


def test_an_estimate_is_never_negative_nor_endless():
    assert Blend([-9.0], 60.0).estimate([1.0], 0, ()).likely_s == 0.0
    assert Blend([900.0], 60.0).estimate([1.0], 0, ()).likely_s == 60.0 * expm1(12.0)
