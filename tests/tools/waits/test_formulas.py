"""The usual formulas, worked out by hand."""

from __future__ import annotations

import pytest

from tools.waits.formulas import MovingAverage, by_people_ahead, by_throughput


@pytest.mark.parametrize(("ahead", "counters", "wait_s"), [(0, 3, 0.0), (6, 3, 1200.0), (6, 0, 3600.0)])
def test_people_ahead_times_serving_over_counters(ahead, counters, wait_s):
    assert by_people_ahead(ahead, 600.0, counters) == wait_s


@pytest.mark.parametrize(("per_s", "wait_s"), [(0.01, 600.0), (0.0, 60_000.0), (9.0, 12.0)])
def test_a_rate_is_held_within_its_bounds(per_s, wait_s):
    assert by_throughput(5, per_s, 0.0001, 0.5) == pytest.approx(wait_s)


def test_a_moving_average_starts_from_what_is_assumed_and_forgets_the_oldest():
    average = MovingAverage(2, first=300.0)
    assert average.mean == 300.0
    average.add(100.0)
    assert average.mean == 100.0
    average.add(200.0)
    average.add(400.0)
    assert average.mean == 300.0
