"""Walk the real queue forward through the real counters, many times: how long everybody may wait."""

from __future__ import annotations

from typing import NamedTuple

from hall.waits.model.simulation.queue_now import QueueNow
from hall.waits.model.simulation.queue_times import Draw
from hall.waits.model.simulation.run import Path, PathByTurns, Times
from hall.waits.model.simulation.setup import prepare_simulation


class CallTimes(NamedTuple):
    """Seconds until the call, by path; only paths in which it comes."""

    waiting: Times
    joiners: Times
    arrivals: Times


def simulate(queue: QueueNow, draw: Draw, paths: int, *, all_the_way: bool = True) -> CallTimes:
    """Return when everybody is called in `paths` paths; without `all_the_way`, a path ends when all joiners know."""
    found = CallTimes([[] for _ in queue.waiting], [[] for _ in queue.joiners], [[] for _ in queue.arrivals])
    walker = PathByTurns if queue.seats else Path
    path = walker(prepare_simulation(queue), draw, [*found.waiting, *found.arrivals], found.joiners)
    for _ in range(paths):
        path.begin(len(queue.waiting) if all_the_way else 0)
        path.go()
    return found
