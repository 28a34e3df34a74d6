"""Counts of stages that can be added up and taken away again: of a part, a day, a month or a year.

Counts, sums and shares stay exact. Medians and the time of nine in ten are those of the durations rounded up to a step
(waiting times to whole minutes), as durations are kept by how many there were of each:

>>> row = StageRow("A", "standard", "", 1, 9, True, 30, 7, None, False)
>>> found = tally_of([row, row._replace(waited_s=61), row._replace(waited_s=600)], {"A": 600}).figures()
>>> (found.called, found.mean_s, found.median_s, found.p90_s, found.within, found.begin_s)
(3, 230.3, 120.0, 600, 100.0, 10.0)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any, TypeAlias

from contracts.reporting.figures import Figures
from figures.percentiles import share
from figures.stage_rows import StageRow, Targets

WAITING_STEP_S = 60
BEGIN_STEP_S = 5
SERVING_STEP_S = 30

Durations: TypeAlias = dict[int, int]
"""How many durations there were, by their number of steps."""


class Tally:
    """Counts and sums over many stages; seconds are whole."""

    __slots__ = (
        "begins",
        "called",
        "came",
        "judged",
        "no_shows",
        "served",
        "served_s",
        "servings",
        "stages",
        "transactions",
        "waited_s",
        "waits",
        "within",
    )  # fmt: skip

    def __init__(self) -> None:
        self.stages = self.came = self.called = self.waited_s = self.judged = self.within = 0
        self.served = self.served_s = self.no_shows = self.transactions = 0
        self.waits: Durations = {}
        self.begins: Durations = {}
        self.servings: Durations = {}

    def add(self, row: StageRow, target_s: float | None) -> None:
        """Count one stage; `target_s` is what its service aims at, None where it is not judged."""
        self.stages += 1
        self.came += row.first
        self.no_shows += row.no_show
        self.transactions += row.transactions
        if row.waited_s is not None:
            self.called += 1
            self.waited_s += row.waited_s
            _count(self.waits, row.waited_s, WAITING_STEP_S)
            if target_s is not None:
                self.judged += 1
                self.within += row.waited_s <= target_s
        if row.begin_s is not None:
            _count(self.begins, row.begin_s, BEGIN_STEP_S)
        if row.served_s is not None:
            self.served += 1
            self.served_s += row.served_s
            _count(self.servings, row.served_s, SERVING_STEP_S)

    def merge(self, other: Tally, sign: int = 1) -> None:
        """Add what another counted, or take it away with `sign` -1."""
        self.stages += sign * other.stages
        self.came += sign * other.came
        self.called += sign * other.called
        self.waited_s += sign * other.waited_s
        self.judged += sign * other.judged
        self.within += sign * other.within
        self.served += sign * other.served
        self.served_s += sign * other.served_s
        self.no_shows += sign * other.no_shows
        self.transactions += sign * other.transactions
        _merge(self.waits, other.waits, sign)
        _merge(self.begins, other.begins, sign)
        _merge(self.servings, other.servings, sign)

    @property
    def empty(self) -> bool:
        """Whether nothing is counted; of a difference between two, whether there is none."""
        numbers = (self.stages, self.came, self.called, self.waited_s, self.judged, self.within)
        ends = (self.served, self.served_s, self.no_shows, self.transactions)
        return not (any(numbers) or any(ends) or self.waits or self.begins or self.servings)

    def figures(self, *, transactions: bool = False) -> Figures:
        """Return the figures, with the number of `transactions` where those are known."""
        return Figures(
            came=self.came,
            called=self.called,
            mean_s=_mean(self.waited_s, self.called),
            median_s=middle(self.waits, WAITING_STEP_S),
            p90_s=nine_of_ten(self.waits, WAITING_STEP_S),
            within=share(self.within, self.judged),
            begin_s=middle(self.begins, BEGIN_STEP_S),
            served=self.served,
            serving_mean_s=_mean(self.served_s, self.served),
            serving_s=middle(self.servings, SERVING_STEP_S),
            no_shows=self.no_shows,
            no_show=share(self.no_shows, self.called),
            transactions=self.transactions if transactions else None,
        )

    def as_list(self) -> list[Any]:
        """Return the tally as JSON keeps it; durations as one list of step and count in turn."""
        return [
            self.stages, self.came, self.called, self.waited_s, self.judged, self.within,
            self.served, self.served_s, self.no_shows, self.transactions,
            *(_flat(found) for found in (self.waits, self.begins, self.servings)),
        ]  # fmt: skip

    @classmethod
    def of(cls, kept: list[Any]) -> Tally:
        """Return the tally that `as_list` gave.

        >>> kept = tally_of([StageRow("A", "standard", "", 1, 9, True, 61, None, 90, False, 2)], {}).as_list()
        >>> Tally.of(kept).as_list() == kept == [1, 1, 1, 61, 0, 0, 1, 90, 0, 2, [2, 1], [], [3, 1]]
        True
        """
        tally = cls()
        (tally.stages, tally.came, tally.called, tally.waited_s, tally.judged, tally.within,
         tally.served, tally.served_s, tally.no_shows, tally.transactions, waits, begins, servings) = kept  # fmt: skip
        tally.waits, tally.begins, tally.servings = _pairs(waits), _pairs(begins), _pairs(servings)
        return tally


def tally_of(rows: Iterable[StageRow], targets: Targets) -> Tally:
    """Return what these stages come to."""
    tally = Tally()
    for row in rows:
        tally.add(row, targets.get(row.service))
    return tally


def middle(durations: Durations, step_s: int) -> float | None:
    """Return the median in seconds: with an even number the mean of the two in the middle.

    >>> middle({1: 1, 2: 1}, 60), middle({1: 2, 9: 1}, 60), middle({}, 60)
    (90.0, 60.0, None)
    """
    many = sum(durations.values())
    if not many:
        return None
    low, high = _at(durations, (many - 1) // 2), _at(durations, many // 2)
    return (low + high) * step_s / 2


def nine_of_ten(durations: Durations, step_s: int) -> float | None:
    """Return the shortest duration in seconds that at least nine of ten did not exceed.

    >>> nine_of_ten({1: 9, 30: 1}, 60), nine_of_ten({1: 8, 30: 2}, 60)
    (60, 1800)
    """
    many = sum(durations.values())
    return _at(durations, (9 * many + 9) // 10 - 1) * step_s if many else None


def _at(durations: Durations, place: int) -> int:
    """Return the duration at a place of the ascending line of all."""
    passed = 0
    for steps in sorted(durations):
        passed += durations[steps]
        if passed > place:
            return steps
    raise IndexError(place)


def _count(durations: Durations, seconds: float, step_s: int) -> None:
    steps = ceil(seconds / step_s)
    durations[steps] = durations.get(steps, 0) + 1


def _merge(durations: Durations, others: Mapping[int, int], sign: int) -> None:
    for steps, many in others.items():
        left = durations.get(steps, 0) + sign * many
        if left:
            durations[steps] = left
        else:
            del durations[steps]


def _mean(total_s: int, many: int) -> float | None:
    return round(total_s / many, 1) if many else None


def _flat(durations: Durations) -> list[int]:
    return [number for pair in sorted(durations.items()) for number in pair]


def _pairs(flat: list[int]) -> Durations:
    numbers = iter(flat)
    return dict(zip(numbers, numbers, strict=True))
