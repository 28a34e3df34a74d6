"""Counters by Erlang's formula: the formula itself, what must always hold, and a simulated day that meets the aim."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from math import factorial
from statistics import fmean

import pytest
import simpy
from hypothesis import given
from hypothesis import strategies as st

from hall.waits.model.staffing import (
    AIM,
    MOST,
    SLOT_S,
    Demand,
    agents_needed,
    counters_needed,
    erlang_c,
    rate_with_margin,
    share_within,
)


def by_the_book(counters: int, load: float) -> float:
    last = load**counters / factorial(counters) / (1 - load / counters)
    return last / (sum(load**n / factorial(n) for n in range(counters)) + last)


@pytest.mark.parametrize(("counters", "load"), [(1, 0.5), (5, 4.0), (12, 9.7), (16, 15.9)])
def test_the_formula_is_that_of_the_book(counters: int, load: float) -> None:
    assert erlang_c(counters, load) == pytest.approx(by_the_book(counters, load), rel=1e-12)


def test_more_work_than_counters_lets_everybody_wait() -> None:
    assert (erlang_c(3, 3.0), share_within(3, 3.5, 300, 900)) == (1.0, 0.0)


DEMANDS = st.builds(Demand, st.floats(0, 20), st.floats(30, 2400), st.floats(60, 3600))


@given(st.lists(DEMANDS, max_size=6))
def test_no_fewer_counters_would_do_and_the_aim_is_met(demands: list[Demand]) -> None:
    counters = counters_needed(demands)
    coming = [one for one in demands if one.arrivals > 0]
    load = sum(one.load for one in coming)
    if load <= 0:
        assert counters == 0
        return
    assert counters > load
    counter_s, target_s = load * SLOT_S / sum(one.arrivals for one in coming), min(one.target_s for one in coming)
    assert counters < MOST
    assert share_within(counters, load, counter_s, target_s) >= AIM
    assert counters == 1 or share_within(counters - 1, load, counter_s, target_s) < AIM


@given(st.lists(st.floats(0.1, 20), min_size=1, max_size=5))
def test_together_never_needs_more_counters_than_apart(arrivals: list[float]) -> None:
    demands = [Demand(one, 420.0, 900.0) for one in arrivals]
    assert counters_needed(demands) <= sum(counters_needed([one]) for one in demands)


@given(st.integers(0, 500), st.integers(1, 60))
def test_the_margin_is_above_the_mean_and_shrinks_with_days(many: int, days: int) -> None:
    rate = rate_with_margin(many, days)
    assert rate >= many / days
    assert rate_with_margin(4 * many, 4 * days) <= rate


@given(st.integers(0, 40), st.floats(0, 0.4), st.floats(0, 1))
def test_breaks_and_prayer_need_more_people_and_never_fewer(counters: int, breaks: float, prayer: float) -> None:
    assert agents_needed(counters, break_share=breaks, prayer_share=prayer) >= counters
    assert agents_needed(0, break_share=breaks) == 0


def test_a_tenth_on_break_and_half_an_hour_of_prayer() -> None:
    assert agents_needed(9, break_share=0.1) == 10
    assert agents_needed(4, break_share=0.0, prayer_share=1.0) == 8


RATES = (6.0, 11.0, 17.0, 21.0, 19.0, 15.0, 16.0, 13.0, 9.0, 6.0, 4.0, 2.0, 0.0)
"""Arrivals of a morning by half hour."""
SERVING_S, TARGET_S = 430.0, 600.0


class Day:
    """A simulated day in simpy: arrivals by chance, a queue in order of arrival, as many counters as the plan says."""

    def __init__(self, counters: Sequence[int], seed: int) -> None:
        self.chance, self.env, self.waits = random.Random(seed), simpy.Environment(), list[float]()
        self.queue, self.counters, self.busy = simpy.Store(self.env), counters, 0
        self.env.process(self.arrive())
        for number in range(max(counters)):
            self.env.process(self.serve(number))
        self.env.run(until=(len(counters) + 4) * SLOT_S)

    def arrive(self) -> Iterator[simpy.Event]:
        for slot, rate in enumerate(RATES):
            at = slot * SLOT_S
            while rate and (at := at + self.chance.expovariate(rate / SLOT_S)) < (slot + 1) * SLOT_S:
                yield self.env.timeout(at - self.env.now)
                yield self.queue.put(self.env.now)

    def serve(self, number: int) -> Iterator[simpy.Event]:
        while True:
            slot = min(int(self.env.now // SLOT_S), len(self.counters) - 1)
            if number >= self.counters[slot] and self.env.now < len(self.counters) * SLOT_S:
                yield self.env.timeout((slot + 1) * SLOT_S - self.env.now)
                continue
            came = yield self.queue.get()
            self.waits.append(self.env.now - came)
            yield self.env.timeout(self.chance.expovariate(1 / SERVING_S))


def planned(rates: Sequence[float]) -> list[int]:
    """Return the counters that the plan would open, from eight days on which as many came as on average."""
    margins = [rate_with_margin(round(8 * rate), 8) for rate in rates]
    late = SERVING_S / SLOT_S
    lagged = [max(now, (1 - late) * now + late * before) for now, before in zip(margins, [0.0, *margins], strict=False)]
    return [counters_needed([Demand(rate, SERVING_S, TARGET_S)]) for rate in lagged]


def test_a_simulated_day_with_the_planned_counters_meets_the_aim() -> None:
    counters = planned(RATES)
    waits = [wait for seed in range(60) for wait in Day(counters, seed).waits]
    assert len(waits) > 60 * 0.9 * sum(RATES)
    within = fmean(wait <= TARGET_S for wait in waits)
    assert within >= AIM, (counters, within)
    fewer = [max(1, one - 2) for one in counters]
    assert fmean(wait <= TARGET_S for seed in range(30) for wait in Day(fewer, seed).waits) < AIM, (
        "the plan is not lavish"
    )
