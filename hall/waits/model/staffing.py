"""How many counters a half hour needs: Erlang's formula on an arrival rate with a safety margin (pure).

Erlang C takes service times as scattered as they can reasonably be (exponential); those of a hall scatter less, so
that the plan errs on the side of the visitor.

>>> round(erlang_c(5, 4.0), 4)
0.5541
>>> counters_needed([Demand(12.0, 420.0, 900.0)])
4
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, sqrt

SLOT_S = 1800.0
AIM = 0.8
"""The share of visitors who are to be called within their service's target."""
MARGIN_Z = 0.84
"""The rate planned for is not exceeded four times in five by the true mean."""
MOST = 200


@dataclass(frozen=True, slots=True)
class Demand:
    """One service in one half hour: how many come, how long each keeps a counter, how long he may wait (seconds)."""

    arrivals: float
    counter_s: float
    target_s: float

    @property
    def load(self) -> float:
        """The counters that are busy with it on average, in erlangs."""
        return self.arrivals * self.counter_s / SLOT_S


def erlang_c(counters: int, load: float) -> float:
    """Return the share of visitors who wait at all; 1.0 where the load is as much as the counters or more."""
    if load >= counters:
        return 1.0
    blocked = 1.0
    for one in range(1, counters + 1):
        blocked = load * blocked / (one + load * blocked)
    return blocked / (1.0 - load / counters * (1.0 - blocked))


def share_within(counters: int, load: float, counter_s: float, target_s: float) -> float:
    """Return the share called within the target, first come first served; 0.0 where a queue grows without end."""
    if load >= counters:
        return 0.0
    return 1.0 - erlang_c(counters, load) * exp(-(counters - load) * target_s / counter_s)


def counters_needed(demands: Sequence[Demand], *, aim: float = AIM) -> int:
    """Return the least counters, each for everybody, with which every service has its aim; 0 where nobody comes."""
    coming = [demand for demand in demands if demand.arrivals > 0]
    load = sum(demand.load for demand in coming)
    if load <= 0:
        return 0
    counter_s = load * SLOT_S / sum(demand.arrivals for demand in coming)
    target_s = min(demand.target_s for demand in coming)
    for counters in range(max(1, ceil(load)), MOST):
        if share_within(counters, load, counter_s, target_s) >= aim:
            return counters
    return MOST


def rate_with_margin(many: int, days: int) -> float:
    """Return the arrivals a day to plan for, where `many` came in `days` days: few days make a wide margin.

    >>> rate_with_margin(0, 8) < 0.1, round(rate_with_margin(40, 8), 2), round(rate_with_margin(400, 80), 2)
    (True, 5.71, 5.21)
    """
    if many == 0:
        return 0.0
    return (many + MARGIN_Z * sqrt(many + MARGIN_Z**2 / 4) + MARGIN_Z**2 / 2) / days


def agents_needed(counters: int, *, break_share: float, prayer_share: float = 0.0) -> int:
    """Return how many agents must be in the hall to keep this many counters open.

    Agents take their breaks, and go to prayer in two turns: each is away for one half of the prayer time in the half
    hour.
    """
    present = (1.0 - break_share) * (1.0 - prayer_share / 2)
    return ceil(counters / present - 1e-9) if counters else 0
