"""Correct an estimated wait by how the last ones turned out, so that the range is right four times in five.

The error of each known outcome is measured on a logarithmic scale, in units of the spread that the estimate itself
gave; the 10, 50 and 90 % quantiles of the newest errors move and widen the next range. Errors are kept for all, and by
group: how long the queue was, the service, the lane, the hour. A group's errors move the quantiles by as much as they
differ from those of all, the more the more of them are known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from math import dist, exp, expm1, log1p, sqrt

WINDOW = 1000
"""How many errors each group remembers; the list of all errors remembers twice as many."""
ENOUGH = 60
"""With fewer known outcomes nothing is corrected yet, and the range has the estimate's own spread."""
SPREAD_LEAST = 0.15
"""The smallest spread that the correction accepts: one minute more on seven."""
UNIT_S = 60.0
"""Errors are measured on the wait plus one minute: nobody minds one minute where he expected none."""
BINS = (2, 5, 10, 20)
"""People ahead at which a new group begins."""
SHARES = (0.1, 0.5, 0.9)
_GROUP_WEIGHT = 0.5
"""The weight of a group with many outcomes; less than 1, because the groups overlap."""
_GROUP_HALF = 60
"""A group with this many outcomes has half of that weight."""
_Z90 = 1.2816
"""The 90 % quantile of the normal distribution."""


@dataclass(frozen=True, slots=True)
class SimulatedWait:
    """An estimate before correction."""

    likely_s: float
    spread: float = 1.0
    """Of the logarithm: 90 % less 10 %."""
    ahead: int = 0
    """People ahead."""
    groups: tuple[Hashable, ...] = ()
    """What it belongs to besides the length of its queue."""


@dataclass(frozen=True, slots=True)
class CorrectedRange:
    """The range in seconds, not rounded."""

    low_s: float
    likely_s: float
    high_s: float


def simulated_wait(times_s: Sequence[float], ahead: int = 0, groups: tuple[Hashable, ...] = ()) -> SimulatedWait:
    """Return the middle and the spread of the times that the paths found.

    The spread is taken from the deviation and not from the outer times: it varies less from one walk to the next.
    """
    logs = sorted(map(log1p, [time / UNIT_S for time in times_s]))
    count = len(logs)
    deviation = dist(logs, [sum(logs) / count] * count) / sqrt(count)
    middle = (logs[(count - 1) // 2] + logs[count // 2]) / 2
    return SimulatedWait(expm1(middle) * UNIT_S, 2 * _Z90 * deviation, ahead, groups)


def error_of(estimate: SimulatedWait, outcome_s: float) -> float:
    """Return how far the outcome was off, in spreads: positive where it took longer."""
    miss = log1p(outcome_s / UNIT_S) - log1p(estimate.likely_s / UNIT_S)
    return miss / max(estimate.spread, SPREAD_LEAST)


def bin_of(ahead: int) -> int:
    """Return the group of a queue of this length.

    >>> [bin_of(ahead) for ahead in (0, 1, 2, 5, 9, 10, 50)]
    [0, 0, 1, 2, 2, 3, 4]
    """
    return bisect_right(BINS, ahead)


@dataclass(slots=True)
class ErrorWindow:
    """The newest errors, in order of time and of size."""

    size: int = WINDOW
    newest: deque[float] = field(default_factory=deque)
    ordered: list[float] = field(default_factory=list)

    def add(self, error: float) -> None:
        """Remember an error; the oldest leaves."""
        self.newest.append(error)
        insort(self.ordered, error)
        if len(self.newest) > self.size:
            del self.ordered[bisect_left(self.ordered, self.newest.popleft())]

    def quantile(self, share: float) -> float:
        """Return the quantile, widened so that a sample of this size covers the next value often enough."""
        ordered = self.ordered
        place = min(max(share * (len(ordered) + 1) - 1, 0.0), len(ordered) - 1.0)
        below = int(place)
        above = min(below + 1, len(ordered) - 1)
        return ordered[below] + (place - below) * (ordered[above] - ordered[below])


class RollingCorrection:
    """Learns from known outcomes and corrects the next wait: the same in every hall, learnt in each."""

    def __init__(self, window: int = WINDOW) -> None:
        self._window = window
        self._all = ErrorWindow(2 * window)
        self._groups: dict[Hashable, ErrorWindow] = {}
        self._errors: dict[tuple[Hashable, ...], tuple[float, ...]] = {}

    @property
    def known(self) -> int:
        """How many outcomes it remembers."""
        return len(self._all.newest)

    def learn(self, estimate: SimulatedWait, outcome_s: float) -> None:
        """Learn the outcome of an estimate."""
        error = error_of(estimate, outcome_s)
        self._errors.clear()
        self._all.add(error)
        for group in (bin_of(estimate.ahead), *estimate.groups):
            self._groups.setdefault(group, ErrorWindow(self._window)).add(error)

    def correct(self, estimate: SimulatedWait) -> CorrectedRange:
        """Return the corrected range and middle."""
        spread = max(estimate.spread, SPREAD_LEAST)
        middle = log1p(estimate.likely_s / UNIT_S)
        belongs = (bin_of(estimate.ahead), *estimate.groups)
        errors = self._errors.get(belongs)
        if errors is None:  # all who belong to the same groups are corrected alike until something is learnt
            errors = self._errors[belongs] = tuple(sorted(self._error(share, belongs) for share in SHARES))
        return CorrectedRange(*(max(0.0, exp(middle + spread * error) - 1) * UNIT_S for error in errors))

    def _error(self, share: float, belongs: Sequence[Hashable]) -> float:
        if self.known < ENOUGH:
            return (share - 0.5) / (SHARES[2] - SHARES[0])
        overall = moved = self._all.quantile(share)
        for group in belongs:
            window = self._groups.get(group)
            if window is not None:
                seen = len(window.newest)
                moved += _GROUP_WEIGHT * seen / (seen + _GROUP_HALF) * (window.quantile(share) - overall)
        return moved
