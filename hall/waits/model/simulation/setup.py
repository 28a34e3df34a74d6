"""What all paths through one queue share, prepared once: who stands where, in which order each counter would go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from hall.waits.model.simulation.queue_now import Arrival, QueueNow, Server, Waiter

PRECEDENCE = 1e9
"""A precedence weighs more than any wait."""
LATE = -PRECEDENCE / 2
"""Who has waited too long for a preference: after who was sent first, before any preference."""
HORIZON_S = 86_400.0
"""Seconds; the forecast has no arrivals after this time."""
NOBODY = inf
"""The rank behind the last of a line."""


@dataclass(frozen=True, slots=True)
class CallingOrder:
    """In which order a counter would take those who wait and the joiners, while nobody waits too long and none comes.

    Counters that take the same lines with the same precedence share one.
    """

    numbers: list[int]
    """Who, the first to go at the end and nobody at the beginning, so that each is popped in his turn."""
    keys: list[float]
    """Of each of them: his rank and what the precedence adds to it."""
    bases: dict[int, float]
    """By line: what the precedence adds."""


@dataclass(frozen=True, slots=True)
class SimulationSetup:
    """What all paths share. Numbers go through who waits, who may arrive, nobody and the joiners."""

    queue: QueueNow
    nobody: int
    """The number of nobody; smaller ones are people, greater ones joiners."""
    rows: list[list[int]]
    """By line: the numbers of those who wait, the first to go at the end and nobody at the beginning."""
    ranks: list[float]
    """By number."""
    since: list[float]
    """By number: when the wait began; joiners have only just come."""
    tables: list[Sequence[float]]
    """By number of who waits or arrives: serving times of his service."""
    orders: list[CallingOrder]
    order_of: list[int]
    """By server."""
    servers_of: list[list[int]]
    """By line."""
    coming: list[tuple[float, int, float]]
    """When who may arrive, and how surely: the first one at the end."""
    paces: list[float]
    """By server."""

    def bases_of(self, server: int) -> dict[int, float]:
        """Return by line what the precedence of this server adds."""
        return self.orders[self.order_of[server]].bases


def prepare_simulation(queue: QueueNow) -> SimulationSetup:
    """Return what a walk through the queue needs again and again."""
    waiting, nobody = queue.waiting, len(queue.waiting) + len(queue.arrivals)
    rows: list[list[int]] = [[nobody] for _ in queue.lines]
    for who in sorted(range(len(waiting)), key=lambda at: (-waiting[at].rank_s, -at)):
        rows[waiting[who].line].append(who)
    everybody: tuple[Waiter | Arrival, ...] = (*waiting, *queue.arrivals)
    coming = [(one.at_s, who, one.chance) for who, one in enumerate(queue.arrivals, len(waiting))]
    bases = [_bases(server) for server in queue.servers]
    distinct = list({tuple(found.items()): found for found in bases}.values())
    return SimulationSetup(
        queue,
        nobody,
        rows,
        [*(one.rank_s for one in everybody), NOBODY, *(joiner.rank_s for joiner in queue.joiners)],
        [*(one.since_s for one in waiting), *(one.at_s for one in queue.arrivals), inf, *(0.0 for _ in queue.joiners)],
        [queue.habits.serving_s[queue.lines[one.line].service] for one in everybody],
        [_order(queue, nobody, found) for found in distinct],
        [distinct.index(found) for found in bases],
        [[at for at, found in enumerate(bases) if line in found] for line in range(len(queue.lines))],
        [one for one in reversed(coming) if one[0] <= HORIZON_S],
        [server.pace for server in queue.servers],
    )


def _bases(server: Server) -> dict[int, float]:
    return {line: precedence * PRECEDENCE for precedence, line in server.takes}


def yielded_rank(base: float) -> float:
    """Return the base of somebody who has waited too long for a preference."""
    return LATE if base >= 0 else base


def _order(queue: QueueNow, nobody: int, bases: dict[int, float]) -> CallingOrder:
    """Return who goes when; at equal keys who waits goes before a joiner."""
    keyed = [(NOBODY, 0, nobody)]
    keyed += [(bases[one.line] + one.rank_s, 0, who) for who, one in enumerate(queue.waiting) if one.line in bases]
    joiners = enumerate(queue.joiners, nobody + 1)
    keyed += [(bases[one.line] + one.rank_s, 1, joiner) for joiner, one in joiners if one.line in bases]
    keyed.sort(reverse=True)
    return CallingOrder([who for _, _, who in keyed], [key for key, _, _ in keyed], bases)
