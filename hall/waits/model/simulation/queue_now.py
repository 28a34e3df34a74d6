"""The queue at one instant, as the forecast walks through it: lines, counters, who may come, and the hall's habits.

It knows no clock and no database. Who waits stands in lines: all of one line are alike to every counter, and within a
line the smaller rank goes first, as the calling rule has it (`calling_rule.rank_s`). All times are seconds from now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from hall.kernel.ids import ServiceCode

NO_SHOW_STEP_S = 900.0
"""The share that does not come is learnt by quarters of an hour waited."""


@dataclass(frozen=True, slots=True)
class Line:
    """Those of one service who are alike to every counter."""

    service: ServiceCode
    lane: int = 0
    """Which turn it is called at, where the lanes take turns."""


@dataclass(frozen=True, slots=True)
class Waiter:
    """One who waits."""

    line: int
    rank_s: float
    """Smaller goes first: minus the effective wait."""
    since_s: float = 0.0
    """When this wait began: 0 or less, but for an appointment whose slot lies ahead."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who may come later and may go before who waits now."""

    at_s: float
    line: int
    rank_s: float
    chance: float = 1.0


@dataclass(frozen=True, slots=True)
class Joiner:
    """An imagined visit that joins now: it is asked when it would be called, and takes nobody's place."""

    line: int
    rank_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Pause:
    """A planned absence of a counter, taken at its first free moment from `from_s` on."""

    from_s: float
    lengths_s: Sequence[float]


@dataclass(frozen=True, slots=True)
class Server:
    """One counter with somebody at it, or who will be there."""

    takes: tuple[tuple[int, int], ...]
    """(precedence, line) of what it may serve: the smaller precedence goes first, then the smaller rank."""
    busy_with: ServiceCode | None = None
    elapsed_s: float = 0.0
    """How long the visit in hand has been at the counter."""
    ready_s: Sequence[float] = ()
    """Where it is free: possible times until it calls, from which one is drawn; empty: at once."""
    away_s: float = 0.0
    """Until when no work can begin: the counter is not open yet, or has a task known to last."""
    on_break_s: float | None = None
    """How long a break has lasted, while one lasts; its end is drawn from the breaks of the hall."""
    closes_s: float = inf
    """From then on nobody is called here."""
    pauses: tuple[Pause, ...] = ()
    """Ascending by time."""
    yields_s: float = inf
    """A visitor who has waited longer than this goes before this counter's precedence."""
    pace: float = 1.0
    """How long its agent takes, as a multiple of the usual time."""
    turn: int = 0
    """The calls of its services so far today, where the lanes take turns."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What the hall has learnt of how it works."""

    serving_s: Mapping[ServiceCode, Sequence[float]]
    """Possible times from the call to the end, by service, ascending."""
    gaps_s: Sequence[float] = (0.0,)
    """From the end of one visit to the next call, while somebody waits."""
    breaks_per_s: float = 0.0
    """How often a second of work ends in an unplanned break."""
    breaks_s: Sequence[float] = (600.0,)
    """Lengths of unplanned breaks, ascending."""
    no_show: Sequence[float] = (0.0,)
    """The share that does not come to its call, by `NO_SHOW_STEP_S` waited; the last is for all who waited longer."""
    no_show_s: float = 60.0
    """What a call costs to which nobody comes."""
    leave_per_s: float = 0.0
    """How often a second of waiting ends in leaving without a word (a caller who hangs up); costs nobody anything."""


@dataclass(frozen=True, slots=True)
class QueueNow:
    """Everybody who waits, serves or may come, and the joiners asked about."""

    lines: tuple[Line, ...]
    waiting: tuple[Waiter, ...]
    servers: tuple[Server, ...]
    habits: Habits
    joiners: tuple[Joiner, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    """Ascending by time."""
    seats: tuple[int, ...] = ()
    """The lanes of one round, in turn; empty where the effective wait decides."""
