"""The next hour of a hall: the waits of those who will come, who will wait too long and when, what a change gains.

It simulates as the ticket's estimate does, and goes on until everybody who comes within the hour has been called.
"""

from __future__ import annotations

import random
from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt
from statistics import fmean, median, pvariance

from hall.kernel.ids import ServiceCode
from hall.waits.model.calibration import SimulatedWait, simulated_wait
from hall.waits.model.simulation.queue_now import Arrival, Line, QueueNow, Waiter
from hall.waits.model.simulation.simulate import simulate

HOUR_S = 3600.0
STEP_S = 900.0
"""Seconds between two instants for which the wait of a new visitor is forecast."""
SAMPLES = 20
"""Where fewer of the forecast visitors come around an instant, a probe (an imagined visitor) is added there."""
PROBES = 16
"""Paths that are simulated with a probe."""
_PROBED = 2
"""Only every second instant may have a probe; an instant between two of them needs forecast visitors."""
_CAME = 5
"""A visitor must come in this many paths before he counts as one who waits too long."""
_Z80 = 1.2816
"""Eight of ten values of a normal distribution lie within this many standard deviations."""


@dataclass(frozen=True, slots=True)
class Point:
    """The wait of who joins a service at an instant, in seconds from now."""

    at_s: float
    found: SimulatedWait


@dataclass(frozen=True)
class Outlook:
    """The next hour as the paths found it."""

    points: Mapping[ServiceCode, tuple[Point, ...]] = field(default_factory=dict)
    passes_s: Mapping[ServiceCode, float] = field(default_factory=dict)
    """When somebody will have waited as long as the service's target, in seconds from now; 0: already."""
    shares: tuple[float, ...] = ()
    """By path: the share of who waits or comes that is called within the target."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Points of a hundred more that are called within the target, as a range right four times in five."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True)
class _Runs:
    """What the paths found: waits by path, None where it was not called (or did not come)."""

    waiting: list[list[float | None]]
    arrivals: list[list[float | None]]
    joiners: list[list[float]]
    """Of the paths in which it would be called."""


def look_ahead(queue: QueueNow, targets_s: Mapping[ServiceCode, float], seeds: Sequence[int]) -> Outlook:
    """Return the next hour of this queue; each seed is one path, so that the same seeds give the same hour."""
    queue = _within_the_hour(queue)
    if not queue.lines:
        return Outlook()
    runs = _run(queue, seeds)
    services = {queue.lines[joiner.line].service: joiner.line for joiner in reversed(queue.joiners)}
    points = {code: _points(code, line, queue, runs, seeds) for code, line in services.items()}
    return Outlook(points, _passes(queue, runs, targets_s), _shares(queue, runs, targets_s))


def shares_within(queue: QueueNow, targets_s: Mapping[ServiceCode, float], seeds: Sequence[int]) -> tuple[float, ...]:
    """Return by path the share that is called within the target: what `gain` compares."""
    queue = _within_the_hour(queue)
    return _shares(queue, _run(queue, seeds), targets_s) if queue.lines else ()


def gain(before: Sequence[float], after: Sequence[float]) -> Gain:
    """Return what a change gains: the difference of the means, with the uncertainty that the number of paths leaves.

    >>> gain([0.50, 0.60], [0.70, 0.80])
    Gain(low=14, likely=20, high=26)
    >>> gain([], [])
    Gain(low=0, likely=0, high=0)
    """
    if not before or not after:
        return Gain(0, 0, 0)
    likely = fmean(after) - fmean(before)
    unsure = _Z80 * sqrt(pvariance(before) / len(before) + pvariance(after) / len(after))
    return Gain(round(100 * (likely - unsure)), round(100 * likely), round(100 * (likely + unsure)))


def _within_the_hour(queue: QueueNow) -> QueueNow:
    return replace(queue, arrivals=tuple(one for one in queue.arrivals if one.at_s <= HOUR_S))


def _run(queue: QueueNow, seeds: Sequence[int]) -> _Runs:
    waiting: list[list[float | None]] = [[] for _ in queue.waiting]
    arrivals: list[list[float | None]] = [[] for _ in queue.arrivals]
    joiners: list[list[float]] = [[] for _ in queue.joiners]
    endless = _endless(queue)
    for seed in seeds:
        found = simulate(endless, random.Random(seed).random, 1)  # noqa: S311  # a path is drawn, not a secret
        for waits, waiter, times in zip(waiting, queue.waiting, found.waiting, strict=False):
            waits.append(times[0] - waiter.since_s if times else None)
        for waits, arrival, times in zip(arrivals, queue.arrivals, found.arrivals, strict=True):
            waits.append(times[0] - arrival.at_s if times else None)
        for waits_of_one, times in zip(joiners, found.joiners, strict=True):
            waits_of_one.extend(times)
    return _Runs(waiting, arrivals, joiners)


def _endless(queue: QueueNow) -> QueueNow:
    """Return the queue with one more whom no counter takes: a path ends when everybody waiting now has been called."""
    nobodys = Line(queue.lines[0].service)
    return replace(queue, lines=(*queue.lines, nobodys), waiting=(*queue.waiting, Waiter(len(queue.lines), 0.0)))


def _points(code: ServiceCode, line: int, queue: QueueNow, runs: _Runs, seeds: Sequence[int]) -> tuple[Point, ...]:
    found = []
    for step in range(round(HOUR_S / STEP_S) + 1):
        at_s = step * STEP_S
        waits = _joining(line, queue, runs) if step == 0 else _around(code, at_s, queue, runs)
        if step and step % _PROBED == 0 and len(waits) < SAMPLES:
            waits = _imagined(line, at_s, queue, seeds)
        if len(waits) >= min(SAMPLES, len(seeds) // 2) or (waits and step % _PROBED == 0):
            found.append(Point(at_s, simulated_wait(waits)))
    return tuple(found)


def _joining(line: int, queue: QueueNow, runs: _Runs) -> list[float]:
    """Return the waits of who joins now: the walk asks that of each path and gives nobody's place away."""
    place = next(at for at, joiner in enumerate(queue.joiners) if joiner.line == line)
    return runs.joiners[place]


def _around(code: ServiceCode, at_s: float, queue: QueueNow, runs: _Runs) -> list[float]:
    """Return the waits of those of the service who come around an instant."""
    return [
        wait
        for arrival, waits in zip(queue.arrivals, runs.arrivals, strict=True)
        if queue.lines[arrival.line].service == code and abs(arrival.at_s - at_s) <= STEP_S / 2
        for wait in waits
        if wait is not None
    ]


def _imagined(line: int, at_s: float, queue: QueueNow, seeds: Sequence[int]) -> list[float]:
    """Return the waits of one who is imagined to come at an instant, in some of the paths."""
    head_start_s = next((-joiner.rank_s for joiner in queue.joiners if joiner.line == line), 0.0)
    probe = Arrival(at_s, line, at_s - head_start_s)
    arrivals = list(queue.arrivals)
    insort(arrivals, probe, key=lambda one: one.at_s)
    probed = replace(queue, arrivals=tuple(arrivals))
    place = next(at for at, one in enumerate(arrivals) if one is probe)
    waits = _run(probed, seeds[:PROBES]).arrivals[place]
    return [wait for wait in waits if wait is not None]


def _passes(queue: QueueNow, runs: _Runs, targets_s: Mapping[ServiceCode, float]) -> dict[ServiceCode, float]:
    found: dict[ServiceCode, float] = {}

    def note(line: int, since_s: float) -> None:
        code = queue.lines[line].service
        passing_s = max(0.0, since_s + targets_s[code])
        found[code] = min(passing_s, found.get(code, passing_s))

    for waiter, waits in zip(queue.waiting, runs.waiting, strict=True):
        called = [wait for wait in waits if wait is not None]
        if 2 * len(called) < len(waits) or median(called) > targets_s[queue.lines[waiter.line].service]:
            note(waiter.line, waiter.since_s)
    for arrival, waits in zip(queue.arrivals, runs.arrivals, strict=True):
        called = [wait for wait in waits if wait is not None]
        if len(called) >= _CAME and median(called) > targets_s[queue.lines[arrival.line].service]:
            note(arrival.line, arrival.at_s)
    return found


def _shares(queue: QueueNow, runs: _Runs, targets_s: Mapping[ServiceCode, float]) -> tuple[float, ...]:
    taken = {line for server in queue.servers for _, line in server.takes}
    lost = sum(one.chance for one in queue.arrivals if one.line not in taken)
    shares = []
    for path in range(max(map(len, (*runs.waiting, *runs.arrivals)), default=0)):
        waiting = [
            (queue.lines[one.line].service, waits[path]) for one, waits in zip(queue.waiting, runs.waiting, strict=True)
        ]
        came = [
            (queue.lines[one.line].service, waits[path])
            for one, waits in zip(queue.arrivals, runs.arrivals, strict=True)
            if waits[path] is not None
        ]
        many = len(waiting) + len(came) + lost
        within = sum(wait is not None and wait <= targets_s[code] for code, wait in (*waiting, *came))
        if many:
            shares.append(within / many)
    return tuple(shares)
