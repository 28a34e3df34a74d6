"""Draws from what the hall has known: one of the times, the rest of one that lasts, when a counter is free."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from hall.waits.model.simulation.queue_now import NO_SHOW_STEP_S, Habits, Server

Draw = Callable[[], float]
"""A random number from 0 up to 1."""


def draw_value(table: Sequence[float], draw: Draw) -> float:
    """Return one of the values."""
    return table[int(draw() * len(table))]


def rest_of(table: Sequence[float], elapsed_s: float, draw: Draw) -> Draw:
    """Return a function that draws how much longer something lasts that has lasted `elapsed_s` already."""
    first = bisect_right(table, elapsed_s)
    left = len(table) - first
    if left == 0:  # longer than anything seen: as good a guess as any is a part of the usual time again
        usual_s = table[len(table) // 2]
        return lambda: usual_s * draw()
    return lambda: table[first + int(draw() * left)] - elapsed_s


def free_in(server: Server, habits: Habits, draw: Draw) -> Draw:
    """Return what draws when the counter is free for the first time; made once, as each path asks it."""
    away_s = server.away_s
    if server.on_break_s is not None:
        rest = rest_of(habits.breaks_s, server.on_break_s, draw)
        return lambda: away_s + rest()
    if server.busy_with is not None:
        return _free_after(server, habits.serving_s[server.busy_with], habits, draw)
    ready_s = server.ready_s
    if ready_s:
        return lambda: away_s + ready_s[int(draw() * len(ready_s))]
    return lambda: away_s


def _free_after(server: Server, table: Sequence[float], habits: Habits, draw: Draw) -> Draw:
    away_s, pace, elapsed_s = server.away_s, server.pace, server.elapsed_s
    rest, gaps_s = rest_of(table, elapsed_s / pace, draw), habits.gaps_s

    def free() -> float:
        lasts_s = pace * rest() + gaps_s[int(draw() * len(gaps_s))]
        if draw() < habits.breaks_per_s * (lasts_s + elapsed_s):
            lasts_s += draw_value(habits.breaks_s, draw)
        return away_s + lasts_s

    return free


def busy_time_draw(habits: Habits, draw: Draw) -> Callable[[Sequence[float], float, float], float]:
    """Return what draws for how long a call takes up a counter, gap and break after it included.

    It is asked with possible serving times, the pace of the counter, and how long the visitor has waited.
    """
    gaps_s, breaks_per_s, shares = habits.gaps_s, habits.breaks_per_s, habits.no_show
    first, last, steps = shares[0], shares[-1], len(shares) - 1

    def seconds(table: Sequence[float], pace: float, waited_s: float) -> float:
        chance, step = draw(), int(waited_s / NO_SHOW_STEP_S)
        share = last if step >= steps else shares[step] if step > 0 else first
        comes = chance >= share
        busy_s = pace * table[int((chance - share) / (1 - share) * len(table))] if comes else habits.no_show_s
        busy_s += gaps_s[int(draw() * len(gaps_s))]
        if breaks_per_s and draw() < breaks_per_s * busy_s:
            busy_s += draw_value(habits.breaks_s, draw)
        return busy_s

    return seconds
