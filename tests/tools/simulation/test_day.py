"""Made-up days."""

from __future__ import annotations

import random
import statistics

from tools.simulation.day import DAY_S, agents, visitors


def test_the_same_seed_is_the_same_day() -> None:
    assert visitors(50, {"A": 300.0}, rng=random.Random(3)) == visitors(50, {"A": 300.0}, rng=random.Random(3))


def test_visitors_come_in_order_within_the_day_and_serving_times_have_the_set_mean() -> None:
    day = visitors(4000, {"A": 300.0, "B": 600.0}, rng=random.Random(5))
    arrivals = [visitor.arrives_s for visitor in day]
    assert arrivals == sorted(arrivals)
    assert arrivals[0] >= 0
    assert arrivals[-1] <= DAY_S
    for service, mean in (("A", 300.0), ("B", 600.0)):
        served = [visitor.serving_s for visitor in day if visitor.service == service]
        assert abs(statistics.fmean(served) - mean) < 0.06 * mean
    assert 0.03 < statistics.fmean(not visitor.comes for visitor in day) < 0.09
    assert 0.05 < statistics.fmean(visitor.priority for visitor in day) < 0.11


def test_breaks_are_staggered_in_fours() -> None:
    plans = agents(8, rng=random.Random(1))
    begins = [plan.break_at_s // 600 for plan in plans[:4]]
    assert len(set(begins)) == 4
    assert all(plan.late_s >= 0 for plan in plans)
