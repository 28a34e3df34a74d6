"""Queues to walk through, small enough to work out by hand."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from hall.kernel.ids import ServiceCode
from hall.waits.model.simulation.queue_now import Habits, Joiner, Line, QueueNow, Server, Waiter
from hall.waits.model.simulation.simulate import CallTimes, simulate
from tests.helpers.replacing import replace

LANDS, HOUSING = ServiceCode("L"), ServiceCode("H")
PATHS = 5
TEN_MINUTES = Habits({LANDS: (600.0,), HOUSING: (600.0,)})


def in_a_row(waiting: int, *servers: Server, habits: Habits = TEN_MINUTES) -> QueueNow:
    """Return a queue for one service: who stands ahead came a second earlier; one joins."""
    line_up = tuple(Waiter(0, float(at - waiting), float(at - waiting)) for at in range(waiting))
    return QueueNow((Line(LANDS),), line_up, servers, habits, (Joiner(0),))


def one(**more: object) -> Server:
    """Return a counter for the first line."""
    return replace(Server(((0, 0),)), **more)  # type: ignore[arg-type]


def serving(table: Sequence[float], **more: object) -> Habits:
    """Return habits in which both services take as long."""
    tables: Mapping[ServiceCode, Sequence[float]] = {LANDS: table, HOUSING: table}
    return replace(Habits(tables), **more)  # type: ignore[arg-type]


def walked(queue: QueueNow, *, paths: int = PATHS, seed: int = 1, all_the_way: bool = True) -> CallTimes:
    """Return what a walk finds, the same for the same seed."""
    return simulate(queue, random.Random(seed).random, paths, all_the_way=all_the_way)


def calls(queue: QueueNow) -> tuple[list[float], list[float]]:
    """Return when those who wait and the joiners are called, where chance plays no part."""
    found = walked(queue)
    assert all(len(set(times)) <= 1 for times in (*found.waiting, *found.joiners)), "every path is the same"
    return [times[0] for times in found.waiting if times], [times[0] for times in found.joiners if times]
