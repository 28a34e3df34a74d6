"""What all paths through one queue share, prepared once: lines in order, what each counter takes, who asks where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from hall.domain.queue_now import QueueNow, Server

PRECEDENCE = 1e9
"""A precedence weighs more than any wait."""
LATE = -PRECEDENCE / 2
"""Who has waited too long for a preference: after who was sent first, before any preference."""
NOBODY = inf
"""The rank behind the last of a line."""


@dataclass(frozen=True, slots=True)
class Course:
    """What all paths share: prepared once."""

    queue: QueueNow
    ranks: list[list[float]]
    """By line, ascending, with `NOBODY` at the end."""
    people: list[list[int]]
    """By line: numbers of the waiters in the order of their ranks."""
    tables: list[Sequence[float]]
    """Serving times by line."""
    since: list[float]
    """By number of the waiter, then of the arrival; the last is for nobody."""
    bases: list[list[tuple[float, int]]]
    """By server: what its precedence adds to the ranks of each line it takes."""
    askers: list[list[tuple[float, int]]]
    """By server: (key, joiner), ascending."""
    late_askers: list[list[tuple[float, int]]]
    """The same once joiners have waited too long for the server's preferences."""
    servers_of: list[list[int]]
    """By line."""


def prepared(queue: QueueNow) -> Course:
    """Return what a walk through the queue needs again and again."""
    ranks: list[list[float]] = [[] for _ in queue.lines]
    people: list[list[int]] = [[] for _ in queue.lines]
    for who in sorted(range(len(queue.waiting)), key=lambda at: queue.waiting[at].rank_s):
        waiter = queue.waiting[who]
        ranks[waiter.line].append(waiter.rank_s)
        people[waiter.line].append(who)
    for line, numbers in zip(ranks, people, strict=True):
        line.append(NOBODY)
        numbers.append(-1)
    bases = [[(base, line) for line, base in _bases(server).items()] for server in queue.servers]
    return Course(
        queue,
        ranks,
        people,
        [queue.habits.serving_s[line.service] for line in queue.lines],
        [*(waiter.since_s for waiter in queue.waiting), *(arrival.at_s for arrival in queue.arrivals), inf],
        bases,
        [_asking(queue, _bases(server)) for server in queue.servers],
        [_asking(queue, {line: yielded(b) for line, b in _bases(server).items()}) for server in queue.servers],
        [[at for at, server in enumerate(queue.servers) if line in _bases(server)] for line in range(len(queue.lines))],
    )


def _bases(server: Server) -> dict[int, float]:
    return {line: precedence * PRECEDENCE for precedence, line in server.takes}


def yielded(base: float) -> float:
    """Return the base of somebody who has waited too long for a preference."""
    return LATE if base >= 0 else base


def _asking(queue: QueueNow, bases: Mapping[int, float]) -> list[tuple[float, int]]:
    return sorted((bases[one.line] + one.rank_s, at) for at, one in enumerate(queue.joiners) if one.line in bases)
