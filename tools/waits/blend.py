"""Blend estimators into one: what weight each deserves is learnt, outcome by outcome, by ridge regression.

For places that lack the states of the counters, where the queue cannot be walked forward well enough alone. It works on
the logarithm of the wait, forgets slowly, and knows how far off it usually is in each queue.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import expm1, log1p

from hall.waits.model.calibration import CorrectedRange, RollingCorrection, SimulatedWait

RIDGE = 5.0
"""How strongly the weights are held at their start, in outcomes."""
FORGET = 0.9999
"""What is left of an outcome's weight after the next one."""
AGAIN = 50
"""The number of outcomes after which the weights are computed again."""
_SCALE_FORGET = 0.985
"""Half of what was learnt of a group's errors is forgotten after 46 outcomes."""
_SCALE_PRIOR = 15.0
_SCALE_FIRST = 0.4
"""The usual error before anything is known: a factor of one and a half."""
_OUTER = 2.56
"""From a mean error to the distance of the outer tenths."""

Features = Sequence[float]


class Ridge:
    """Weights of features, learnt one outcome at a time."""

    def __init__(self, start: Sequence[float], *, ridge: float = RIDGE, forget: float = FORGET) -> None:
        size = len(start)
        self.weights = list(start)
        self._start, self._ridge, self._forget = list(start), ridge, forget
        self._products = [[0.0] * size for _ in range(size)]
        self._targets = [0.0] * size
        self._seen = 0

    def value(self, features: Features) -> float:
        """Return the weighted sum."""
        return sum(weight * feature for weight, feature in zip(self.weights, features, strict=True))

    def learn(self, features: Features, target: float) -> None:
        """Learn one outcome."""
        forget = self._forget
        for row, (feature, products) in enumerate(zip(features, self._products, strict=True)):
            products[:] = [
                forget * old + feature * other if feature else forget * old
                for old, other in zip(products, features, strict=True)
            ]
            self._targets[row] = forget * self._targets[row] + feature * target
        self._seen += 1
        if self._seen % AGAIN == 0:
            self._solve()

    def _solve(self) -> None:
        matrix = [row[:] for row in self._products]
        right = self._targets[:]
        for at, start in enumerate(self._start):
            matrix[at][at] += self._ridge
            right[at] += self._ridge * start
        self.weights = solved(matrix, right)


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return x of matrix · x = right, the matrix symmetric and positive (as a ridge makes it).

    >>> solved([[2.0, 0.0], [0.0, 4.0]], [2.0, 2.0])
    [1.0, 0.5]
    """
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, pivot_row in enumerate(rows):
        for row in rows[at + 1 :]:
            factor = row[at] / pivot_row[at]
            if factor:
                row[at:] = [value - factor * pivot for value, pivot in zip(row[at:], pivot_row[at:], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        known = sum(rows[at][other] * found[other] for other in range(at + 1, size))
        found[at] = (rows[at][size] - known) / rows[at][at]
    return found


class Usual:
    """How large errors usually are in a group, drawn towards those of all."""

    def __init__(self) -> None:
        self._all = [_SCALE_FIRST * _SCALE_PRIOR, _SCALE_PRIOR]
        self._groups: dict[Hashable, list[float]] = {}

    def learn(self, groups: Sequence[Hashable], error: float) -> None:
        """Learn the size of one error."""
        sums = [self._all, *(self._groups.setdefault(group, [0.0, 0.0]) for group in groups)]
        for at, pair in enumerate(sums):
            forget = 1 - (1 - _SCALE_FORGET) / 5 if at == 0 else _SCALE_FORGET
            pair[0] = pair[0] * forget + error
            pair[1] = pair[1] * forget + 1

    def size(self, groups: Sequence[Hashable]) -> float:
        """Return the usual size of an error that belongs to all these groups."""
        overall = self._all[0] / self._all[1]
        size = overall
        for group in groups:
            total, seen = self._groups.get(group, (0.0, 0.0))
            size *= (total + _SCALE_PRIOR * overall) / (seen + _SCALE_PRIOR) / overall
        return size


class Blend:
    """Estimates from features, with a corrected range; `unit_s` is what the waits of its place are measured by."""

    def __init__(self, start: Sequence[float], unit_s: float) -> None:
        self._ridge, self._usual, self._correction = Ridge(start), Usual(), RollingCorrection()
        self._unit_s = unit_s

    def estimate(self, features: Features, ahead: int, groups: tuple[Hashable, ...]) -> SimulatedWait:
        """Return the wait before its correction; the first group says how large errors usually are."""
        likely_s = max(0.0, expm1(min(self._ridge.value(features), 12.0))) * self._unit_s
        return SimulatedWait(likely_s, _OUTER * self._usual.size(groups[:1]), ahead, groups)

    def correct(self, estimate: SimulatedWait) -> CorrectedRange:
        """Return the range."""
        return self._correction.correct(estimate)

    def learn(self, features: Features, estimate: SimulatedWait, outcome_s: float) -> float:
        """Learn the outcome of an estimate; return its error, a logarithm."""
        target = log1p(outcome_s / self._unit_s)
        error = target - log1p(estimate.likely_s / self._unit_s)
        self._ridge.learn(features, target)
        self._usual.learn(estimate.groups[:1], abs(error))
        self._correction.learn(estimate, outcome_s)
        return error
