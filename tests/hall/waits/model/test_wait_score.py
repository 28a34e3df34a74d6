"""How right announced waits were, worked out by hand."""

from __future__ import annotations

import pytest

from hall.waits.model.wait_score import ScoredRange, nearest, score


def test_nothing_told_has_no_score():
    assert score([]) is None


def test_the_figures_of_four_waits_by_hand():
    told = [
        ScoredRange(5, 10, 15, 10),
        ScoredRange(5, 10, 15, 4),
        ScoredRange(5, 10, 15, 17),
        ScoredRange(0, 5, 10, 10),
    ]
    found = score(told)
    assert found is not None
    assert found.n == 4
    assert found.mae == (0 + 6 + 7 + 5) / 4
    assert found.median_error == (5 + 6) / 2
    assert found.p90_error == 7
    assert found.bias == (0 + 6 - 7 - 5) / 4
    assert found.coverage == 50.0
    assert found.width == 10.0
    assert found.late == 25.0, "only the third was called after its end; the second came earlier than told"


@pytest.mark.parametrize(("waited", "held"), [(4.9, False), (5, True), (15, True), (15.1, False)])
def test_the_ends_of_a_range_belong_to_it(waited, held):
    assert ScoredRange(5, 10, 15, waited).held is held


def test_the_nearest_of_ten_at_nine_tenths():
    assert nearest(list(range(1, 11)), 0.9) == 9
    assert nearest([7.0], 0.9) == 7.0
