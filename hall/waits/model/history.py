"""What a hall learns from its past: serving times, gaps, breaks, no-shows, and arrivals that go before others.

Everything is learnt from what has ended; all lengths are in seconds. A hall that has seen little borrows: of a service
with fewer than `LEARNT_MIN` served stages, the serving times are those told from other halls, else the set-up's.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp, log, sqrt
from statistics import NormalDist

from hall.kernel.ids import ServiceCode
from hall.waits.model.simulation.queue_now import NO_SHOW_STEP_S, Habits

LEARNT_MIN = 30
"""How many serving times a hall needs for its own table."""
REMEMBERED = 400
"""How many of the newest lengths of each kind are remembered."""
SPREAD = 0.6
"""Assumed coefficient of variation of a serving time: between a clinic's 0.47 and an exponential's 1."""
SLOT_S = 1800
"""Arrivals are counted by half hour of the day."""
NO_SHOW_BINS = 8
BREAK_S = 600.0
GAP_S = 15.0
NO_SHOW_S = 60.0
_ASSUMED_POINTS = 99
_NO_SHOW_PRIOR = 20
"""Each bin of waits counts this many extra visits with the share of all bins, so that a small bin is no outlier."""


@lru_cache(maxsize=256)
def assumed_table(expected_s: float) -> tuple[float, ...]:
    """Return possible serving times around an expectation, ascending.

    >>> table = assumed_table(600)
    >>> len(table), round(sum(table) / len(table), -1)
    (99, 590.0)
    """
    sigma = sqrt(log(1 + SPREAD**2))
    normal = NormalDist(log(expected_s) - sigma**2 / 2, sigma)
    return tuple(exp(normal.inv_cdf(point / (_ASSUMED_POINTS + 1))) for point in range(1, _ASSUMED_POINTS + 1))


@dataclass(slots=True)
class Lengths:
    """The newest lengths of one kind, in order of time and of size."""

    size: int = REMEMBERED
    newest: deque[float] = field(default_factory=deque)
    ordered: list[float] = field(default_factory=list)

    def add(self, length_s: float) -> None:
        """Remember a length; the oldest leaves."""
        self.newest.append(length_s)
        insort(self.ordered, length_s)
        if len(self.newest) > self.size:
            del self.ordered[bisect_left(self.ordered, self.newest.popleft())]

    def mean(self, otherwise: float) -> float:
        """Return the mean, or what is assumed while nothing is known."""
        return sum(self.newest) / len(self.newest) if self.newest else otherwise


@dataclass(slots=True)
class Shares:
    """Hits and total by bin; the share of a bin with few visits is drawn towards the share of all bins."""

    hits: list[int] = field(default_factory=lambda: [0] * NO_SHOW_BINS)
    seen: list[int] = field(default_factory=lambda: [0] * NO_SHOW_BINS)

    def add(self, waited_s: float, *, hit: bool) -> None:
        """Count one."""
        at = min(int(waited_s / NO_SHOW_STEP_S), len(self.seen) - 1)
        self.seen[at] += 1
        self.hits[at] += hit

    def table(self) -> tuple[float, ...]:
        """Return the share of each bin."""
        overall = sum(self.hits) / max(1, sum(self.seen))
        return tuple(
            (hits + overall * _NO_SHOW_PRIOR) / (seen + _NO_SHOW_PRIOR)
            for hits, seen in zip(self.hits, self.seen, strict=True)
        )


@dataclass(slots=True)
class History:
    """What one hall has learnt. `lunches` are planned absences; arrivals are counted by whatever tells lines apart."""

    serving: dict[ServiceCode, Lengths] = field(default_factory=dict)
    gaps: Lengths = field(default_factory=Lengths)
    breaks: Lengths = field(default_factory=Lengths)
    lunches: Lengths = field(default_factory=Lengths)
    perhaps_lunches: Lengths = field(default_factory=lambda: Lengths(100))
    """Absences that began when the lunch was due, whatever they turned out to be."""
    no_shows: Shares = field(default_factory=Shares)
    no_show_lengths: Lengths = field(default_factory=Lengths)
    worked_s: float = 0.0
    """Time at counters in which a break could begin."""
    breaks_seen: int = 0
    days: int = 0
    arrivals: dict[Hashable, dict[int, int]] = field(default_factory=dict)
    booked: int = 0
    booked_came: int = 0

    def served(self, service: ServiceCode, length_s: float) -> None:
        """Learn a time from the call to the end."""
        self.serving.setdefault(service, Lengths()).add(length_s)
        self.worked_s += length_s

    def paused(self, length_s: float) -> None:
        """Learn the length of an unplanned break."""
        self.breaks.add(length_s)
        self.breaks_seen += 1

    def arrived(self, key: Hashable, second_of_day: float) -> None:
        """Count somebody who came."""
        slots = self.arrivals.setdefault(key, {})
        slot = int(second_of_day // SLOT_S)
        slots[slot] = slots.get(slot, 0) + 1

    def per_day(self, key: Hashable, slot: int) -> float:
        """Return how many come in this half hour of a day."""
        return self.arrivals.get(key, {}).get(slot, 0) / max(1, self.days)

    def serving_tables(
        self, expected_s: Mapping[ServiceCode, float], elsewhere: Mapping[ServiceCode, Sequence[float]]
    ) -> dict[ServiceCode, Sequence[float]]:
        """Return the serving times of each service: the hall's own, else other halls', else the expectation's."""
        return {code: self._table(code, expected, elsewhere.get(code, ())) for code, expected in expected_s.items()}

    def _table(self, code: ServiceCode, expected_s: float, elsewhere: Sequence[float]) -> Sequence[float]:
        own = self.serving.get(code)
        if own is not None and len(own.ordered) >= LEARNT_MIN:
            return own.ordered
        return tuple(sorted(elsewhere)) if elsewhere else assumed_table(expected_s)

    def habits(self, serving_s: Mapping[ServiceCode, Sequence[float]]) -> Habits:
        """Return how the hall works, for a walk through its queue."""
        return Habits(
            serving_s,
            self.gaps.ordered or (GAP_S,),
            self.breaks_per_s,
            self.breaks.ordered or (BREAK_S,),
            self.no_shows.table(),
            self.no_show_lengths.mean(NO_SHOW_S),
        )

    @property
    def breaks_per_s(self) -> float:
        """How often a second of work ends in a break."""
        return self.breaks_seen / self.worked_s if self.worked_s and self.breaks_seen >= 5 else 0.0

    @property
    def show_up(self) -> float:
        """The share of booked visits that come."""
        return (self.booked_came + 9) / (self.booked + 10)
