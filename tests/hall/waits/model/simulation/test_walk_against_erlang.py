"""The walk against queueing theory and against a simulator that shares nothing with it (simpy), on simple queues.

Visitors arrive by chance and are served as long as chance has it; who arrives sees the queue as it is on average. So
the mean of what the walk says at arrivals must be the mean wait of Erlang's formula, and what simpy's visitors waited.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import factorial, log
from statistics import fmean

import pytest
import simpy

from hall.waits.model.simulation.queue_now import Arrival, Habits, Joiner, Line, QueueNow, Server, Waiter
from hall.waits.model.simulation.simulate import simulate
from tests.helpers.queues import LANDS

SERVING_S = 300.0
EXPONENTIAL = tuple(-SERVING_S * log(1 - (at + 0.5) / 2000) for at in range(2000))
HABITS = Habits({LANDS: EXPONENTIAL})
SERVED, ASKED, PATHS = 40_000, 500, 40


def erlang_c(servers: int, load: float) -> float:
    """Return the share that must wait; `load` is arrivals times serving time, below the number of servers."""
    last = load**servers / factorial(servers) / (1 - load / servers)
    return last / (sum(load**n / factorial(n) for n in range(servers)) + last)


def mean_wait_s(servers: int, load: float) -> float:
    """Return the mean wait of all who arrive, those who need not wait included."""
    return erlang_c(servers, load) * SERVING_S / (servers - load)


@dataclass
class Seen:
    """The queue as one visitor found it, and how long he then waited."""

    waiting: int
    elapsed_s: tuple[float, ...]
    first_class: bool
    waiting_first: int
    waited_s: float = -1.0


@dataclass
class Simulated:
    """A queue in simpy: Poisson arrivals, exponential serving, the first class before the other, first come first."""

    servers: int
    load: float
    first_share: float = 0.0
    seen: list[Seen] = field(default_factory=list)

    def run(self, seed: int) -> list[Seen]:
        """Return what every visitor saw and waited, after the queue has forgotten how it began."""
        self.chance = random.Random(seed)
        self.world = simpy.Environment()
        self.counters = simpy.PriorityResource(self.world, self.servers)
        self.begun: dict[int, float] = {}
        self.world.process(self.arrivals())
        self.world.run()
        return self.seen[SERVED // 20 :]

    def arrivals(self) -> Iterator[simpy.Event]:
        for number in range(SERVED):
            yield self.world.timeout(self.chance.expovariate(self.load / SERVING_S))
            self.world.process(self.visit(number))

    def visit(self, number: int) -> Iterator[simpy.Event]:
        now, first = self.world.now, self.chance.random() < self.first_share
        queue = self.counters.queue
        found = Seen(
            len(queue),
            tuple(now - since for since in self.begun.values()),
            first,
            sum(one.priority == 0 for one in queue),
        )
        self.seen.append(found)
        with self.counters.request(priority=0 if first else 1) as request:
            yield request
            found.waited_s = self.world.now - now
            self.begun[number] = self.world.now
            yield self.world.timeout(self.chance.expovariate(1 / SERVING_S))
            del self.begun[number]


def queue_of(seen: Seen, servers: int, arrivals: tuple[Arrival, ...] = ()) -> QueueNow:
    """Return the queue that a visitor found, with him as the joiner; the first class has a head start of a day."""
    line_up = tuple(
        Waiter(0, -1000.0 + at - (86_400.0 if at < seen.waiting_first else 0.0)) for at in range(seen.waiting)
    )
    busy = tuple(Server(((0, 0),), LANDS, elapsed_s) for elapsed_s in seen.elapsed_s)
    free = (Server(((0, 0),)),) * (servers - len(busy))
    rank_s = -86_400.0 if seen.first_class else 0.0
    return QueueNow((Line(LANDS),), line_up, (*busy, *free), HABITS, (Joiner(0, rank_s),), arrivals)


def walked_s(queue: QueueNow, chance: random.Random) -> list[float]:
    return simulate(queue, chance.random, PATHS, all_the_way=False).joiners[0]


@pytest.mark.parametrize(
    ("servers", "load"),
    [pytest.param(1, 0.7, marks=pytest.mark.full), (3, 2.4), pytest.param(8, 7.0, marks=pytest.mark.full)],
)
def test_the_mean_wait_is_that_of_erlang_and_of_an_independent_simulator(servers: int, load: float) -> None:
    seen = Simulated(servers, load).run(seed=1)
    theory_s = mean_wait_s(servers, load)
    assert fmean(one.waited_s for one in seen) == pytest.approx(theory_s, rel=0.1), "the simulator itself"
    chance = random.Random(2)
    asked = chance.sample(seen, ASKED)
    ours = [walked_s(queue_of(one, servers), chance) for one in asked]
    theirs_s = fmean(one.waited_s for one in asked)
    assert fmean(map(fmean, ours)) == pytest.approx(theory_s, rel=0.15)
    assert fmean(map(fmean, ours)) == pytest.approx(theirs_s, rel=0.15)
    waits = fmean(fmean(time > 0 for time in times) for times in ours)
    assert waits == pytest.approx(erlang_c(servers, load), abs=0.05)


@pytest.mark.parametrize("servers", [1, 3, 8])
@pytest.mark.parametrize("ahead", [0, 4, 20])
def test_with_so_many_ahead_the_wait_is_so_many_ends_of_serving(servers: int, ahead: int) -> None:
    """All counters busy: one is free each `SERVING_S / servers`, whatever has lasted already."""
    chance = random.Random(3)
    seen = Seen(ahead, tuple(100.0 * at for at in range(servers)), first_class=False, waiting_first=0)
    times = simulate(queue_of(seen, servers), chance.random, 8000, all_the_way=False).joiners[0]
    assert fmean(times) == pytest.approx((ahead + 1) * SERVING_S / servers, rel=0.06)


def test_those_who_will_come_with_a_head_start_delay_the_others_as_theory_has_it() -> None:
    """One counter, two classes, none sent away from the counter: Cobham's mean waits."""
    load, first_share = 0.8, 0.4
    first_load = load * first_share
    seen = Simulated(1, load, first_share).run(seed=4)
    remaining_s = load * SERVING_S
    theory_s = {True: remaining_s / (1 - first_load), False: remaining_s / (1 - first_load) / (1 - load)}
    chance = random.Random(5)
    step_s = SERVING_S / first_load / 2  # twice as many candidates as will come, each with an even chance
    comes_s = [step_s * (at + 0.5) for at in range(80)]
    arrivals = tuple(Arrival(at_s, 0, at_s - 86_400.0, 0.5) for at_s in comes_s)
    for first in (True, False):
        of_class = [one for one in seen if one.first_class is first]
        assert fmean(one.waited_s for one in of_class) == pytest.approx(theory_s[first], rel=0.12)
        asked = chance.sample(of_class, ASKED)
        ours_s = fmean(fmean(walked_s(queue_of(one, 1, arrivals), chance)) for one in asked)
        assert ours_s == pytest.approx(fmean(one.waited_s for one in asked), rel=0.15)
