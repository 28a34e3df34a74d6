"""How long who waits, or joins now, will wait: walk the real queue forward through the real counters, many times over.

Each counter has its own order of those who wait, made by the real calling rule; a path lets each free counter take the
first that is still there and draws serving times at random. The 10, 50 and 90 % quantiles over the paths are told.
Nobody is invented: those who come later with a head start are not foreseen. All times in seconds.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heapreplace
from math import ceil, exp, floor, log, sqrt
from statistics import NormalDist

from hall.domain.ids import ServiceCode

LEARNT_MIN = 30
"""So many serving times make a hall's own table; with fewer the set-up's expectation is spread instead."""
SPREAD = 0.6
"""Assumed coefficient of variation of a serving time: between a clinic's 0.47 and an exponential's 1."""
STEP_S = 300
"""A range is told in steps of five minutes."""
PATHS_MAX = 100
_EVENTS_MAX = 10_000
"""Calls walked through in all paths together: keeps 30 waiting under 5 ms and 60 under 15 ms in plain Python."""
_ASSUMED_POINTS = 99
_Draw = Callable[[], float]


@dataclass(frozen=True, slots=True)
class ExpectedWait:
    """A range right four times in five, and its middle."""

    low_s: int
    likely_s: int
    high_s: int


@dataclass(frozen=True, slots=True)
class Server:
    """One counter with somebody signed in. `order` are indices of those who wait, as this counter would call them."""

    order: tuple[int, ...]
    joins: tuple[tuple[int, int], ...]
    """(place in `order`, index of the joiner), by place: a joiner is called once all before that place are gone."""
    busy_with: ServiceCode | None = None
    elapsed_s: float = 0.0
    """How long the visit in hand has been served."""
    away_s: float = 0.0
    """Seconds until work can begin at all: the rest of a break, or until a called person is there."""


@dataclass(frozen=True, slots=True)
class QueueNow:
    """Everybody who waits, everybody who serves, and the joiners asked about, at one instant."""

    waiting: tuple[ServiceCode, ...]
    """The service of each who waits, in the order of the calling rule."""
    joiners: tuple[ServiceCode, ...]
    """The service of each imagined visit that would join now."""
    servers: tuple[Server, ...]
    tables: Mapping[ServiceCode, Sequence[float]] = field(default_factory=dict)
    """Possible serving times by service, ascending (`serving_table`)."""
    gap_s: float = 0.0
    """Between the end of one visit and the call of the next."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Expected waits from now, in the order of `QueueNow`; None for whom no counter serves."""

    waiting: tuple[ExpectedWait | None, ...]
    joiners: tuple[ExpectedWait | None, ...]


def serving_table(expected_s: float, learnt: Sequence[float] = ()) -> tuple[float, ...]:
    """Return possible serving times, ascending: the hall's own when it has learnt enough, else a spread expectation.

    >>> table = serving_table(600)
    >>> round(sum(table) / len(table), -1), serving_table(600, [60.0] * 30)[0]
    (590.0, 60.0)
    """
    if len(learnt) >= LEARNT_MIN:
        return tuple(sorted(learnt))
    sigma = sqrt(log(1 + SPREAD**2))
    mu = log(expected_s) - sigma**2 / 2
    normal = NormalDist(mu, sigma)
    return tuple(exp(normal.inv_cdf(point / (_ASSUMED_POINTS + 1))) for point in range(1, _ASSUMED_POINTS + 1))


def paths_for(queue: QueueNow) -> int:
    """Return how many paths can be walked in time."""
    events = len(queue.waiting) + 2 * len(queue.servers) + 1
    return max(10, min(PATHS_MAX, _EVENTS_MAX // events))


def forecast(queue: QueueNow, chance: random.Random, *, paths: int | None = None) -> Forecast:
    """Return the expected wait of everybody who waits and of every joiner; `chance` is seeded by who asks."""
    count = paths or paths_for(queue)
    waits: list[list[float]] = [[] for _ in queue.waiting]
    joins: list[list[float]] = [[] for _ in queue.joiners]
    for _ in range(count):
        _walk(queue, chance.random, waits, joins)
    return Forecast(tuple(map(_range, waits)), tuple(map(_range, joins)))


def rounded_outward(wait: ExpectedWait, step_s: int = STEP_S) -> ExpectedWait:
    """Return the range as it is told: its ends rounded outward to whole steps, never a single figure.

    >>> rounded_outward(ExpectedWait(920, 1100, 1490))
    ExpectedWait(low_s=900, likely_s=1200, high_s=1500)
    >>> rounded_outward(ExpectedWait(0, 0, 0))
    ExpectedWait(low_s=0, likely_s=0, high_s=300)
    """
    low_s = floor(wait.low_s / step_s) * step_s
    high_s = max(ceil(wait.high_s / step_s) * step_s, low_s + step_s)
    likely_s = round(wait.likely_s / step_s) * step_s
    return ExpectedWait(low_s, min(max(likely_s, low_s), high_s), high_s)


def _walk(queue: QueueNow, draw: _Draw, waits: list[list[float]], joins: list[list[float]]) -> None:
    """Walk one path: who is called when; times are appended for everybody who is called in it."""
    services, tables, gap_s = queue.waiting, queue.tables, queue.gap_s
    taken = bytearray(len(services))
    asked = bytearray(len(queue.joiners))
    places = [0] * len(queue.servers)
    join_places = [0] * len(queue.servers)
    free = [(_free_in(server, tables, draw, gap_s), at) for at, server in enumerate(queue.servers)]
    heapify(free)
    while free:
        now_s, at = free[0]
        server = queue.servers[at]
        order, place, size = server.order, places[at], len(server.order)
        while place < size and taken[order[place]]:
            place += 1
        places[at] = place
        join = join_places[at]
        while join < len(server.joins) and server.joins[join][0] <= place:
            joiner = server.joins[join][1]
            if not asked[joiner]:
                asked[joiner] = 1
                joins[joiner].append(now_s)
            join += 1
        join_places[at] = join
        if place == size:
            heappop(free)
            continue
        visit = order[place]
        taken[visit] = 1
        waits[visit].append(now_s)
        table = tables[services[visit]]
        heapreplace(free, (now_s + table[int(draw() * len(table))] + gap_s, at))


def _free_in(server: Server, tables: Mapping[ServiceCode, Sequence[float]], draw: _Draw, gap_s: float) -> float:
    if server.busy_with is None:
        return server.away_s
    table = tables[server.busy_with]
    first = bisect_right(table, server.elapsed_s)
    if first == len(table):
        # Longer than anything seen: as good a guess as any is a part of the usual time again.
        return server.away_s + table[len(table) // 2] * draw() + gap_s
    return server.away_s + table[first + int(draw() * (len(table) - first))] - server.elapsed_s + gap_s


def _range(times: list[float]) -> ExpectedWait | None:
    if not times:
        return None
    times.sort()
    last = len(times) - 1
    low, likely, high = (times[round(share * last)] for share in (0.1, 0.5, 0.9))
    return ExpectedWait(round(low), round(likely), round(high))
