"""Queues to walk through, small enough to work out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hall.domain.ids import ServiceCode
from hall.domain.queue_now import Habits, Joiner, Line, QueueNow, Server, Waiter

LANDS, HOUSING = ServiceCode("L"), ServiceCode("H")
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
