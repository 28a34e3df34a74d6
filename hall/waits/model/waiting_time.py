"""Estimate the wait of each visitor who waits or joins now, and make the range that the visitor reads.

`simulate` plays the queue forward many times; `RollingCorrection` corrects the middle and the spread of the results by
the errors of the last ranges. All times in seconds.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from math import ceil, floor

from hall.waits.model.calibration import CorrectedRange, RollingCorrection, SimulatedWait, simulated_wait
from hall.waits.model.simulation.queue_now import QueueNow
from hall.waits.model.simulation.simulate import simulate

STEP_S = 300
"""A range has steps of five minutes."""
PATHS = 20
"""More of them make the estimate no better: the quantiles come from known errors, and not from the paths alone."""
PATHS_LEAST = 10
_CALLS_MAX = 4000
"""Calls simulated in all paths together, so that 60 waiting visitors take less than 15 ms."""
_HEARD_SHARE = 0.5
"""The share of paths in which the call must come; below it there is no estimate."""


@dataclass(frozen=True, slots=True)
class ExpectedWait:
    """A range right four times in five, and its middle."""

    low_s: int
    likely_s: int
    high_s: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """Expected waits from now before correction, in the order of `QueueNow`; None for whom no counter serves."""

    waiting: tuple[SimulatedWait | None, ...]
    joiners: tuple[SimulatedWait | None, ...]


@dataclass(frozen=True, slots=True)
class Announced:
    """An estimate, its corrected range, and the rounded range that visitors read, or None where it is too wide."""

    estimate: SimulatedWait
    corrected: CorrectedRange
    told: ExpectedWait | None


def paths_for(queue: QueueNow) -> int:
    """Return how many paths can be walked in time."""
    calls = len(queue.waiting) + 2 * len(queue.servers) + len(queue.arrivals) + 1
    return max(PATHS_LEAST, min(PATHS, _CALLS_MAX // calls))


def forecast(queue: QueueNow, chance: random.Random, *, paths: int | None = None) -> Forecast:
    """Return the wait of everybody who waits and of every joiner; the caller seeds `chance`."""
    many = paths or paths_for(queue)
    found = simulate(queue, chance.random, many)
    return Forecast(
        tuple(_simulated(times_s, many) for times_s in found.waiting),
        tuple(_simulated(times_s, many) for times_s in found.joiners),
    )


def _simulated(times_s: list[float], paths: int) -> SimulatedWait | None:
    return simulated_wait(times_s) if len(times_s) >= _HEARD_SHARE * paths else None


def announced_range(estimate: SimulatedWait, correction: RollingCorrection, widest_s: float) -> Announced:
    """Return the estimate with its corrected range, and the rounded range unless it is wider than `widest_s`."""
    corrected = correction.correct(estimate)
    if corrected.high_s - corrected.low_s > widest_s:
        return Announced(estimate, corrected, None)
    whole = ExpectedWait(round(corrected.low_s), round(corrected.likely_s), round(corrected.high_s))
    return Announced(estimate, corrected, rounded_outward(whole))


def rounded_outward(wait: ExpectedWait, step_s: int = STEP_S) -> ExpectedWait:
    """Return the range as visitors read it: its ends rounded outward to whole steps, never a single number.

    >>> rounded_outward(ExpectedWait(920, 1100, 1490))
    ExpectedWait(low_s=900, likely_s=1200, high_s=1500)
    >>> rounded_outward(ExpectedWait(0, 0, 0))
    ExpectedWait(low_s=0, likely_s=0, high_s=300)
    """
    low_s = floor(wait.low_s / step_s) * step_s
    high_s = max(ceil(wait.high_s / step_s) * step_s, low_s + step_s)
    likely_s = round(wait.likely_s / step_s) * step_s
    return ExpectedWait(low_s, min(max(likely_s, low_s), high_s), high_s)
