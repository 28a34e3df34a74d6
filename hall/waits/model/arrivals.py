"""Who may still come ahead of those who wait: by the hall's own rates of each half hour, and by what is booked."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from hall.waits.model.history import SLOT_S, History
from hall.waits.model.simulation.queue_now import Arrival

EARLY_S = 300.0
"""Seconds before the slot at which a booked visitor usually comes."""
GIVEN_UP_S = 900.0
"""The forecast stops expecting a booked visitor this long after the slot."""


@dataclass(frozen=True, slots=True)
class Booked:
    """One booked visit that has not come: its slot from now, and its head start; seconds."""

    slot_s: float
    line: int
    head_start_s: float = 0.0


def by_rate(
    history: History,
    lines: Mapping[Hashable, tuple[int, float]],
    second_of_day: float,
    horizon_s: float,
    before_s: float | None = None,
) -> list[Arrival]:
    """Return candidates of each line until the horizon, each with its chance, so that they add up to the expected.

    `lines` gives line and head start by the key under which arrivals were counted. With `before_s` only those that
    would go before this rank.
    """
    found = []
    end_s = second_of_day + horizon_s
    for key, (line, head_start_s) in lines.items():
        until_s = end_s if before_s is None else min(end_s, second_of_day + before_s + head_start_s)
        slot = int(second_of_day // SLOT_S)
        while slot * SLOT_S < until_s:
            from_s, to_s = max(second_of_day, slot * SLOT_S), min(until_s, (slot + 1) * SLOT_S)
            expected = history.per_day(key, slot) * (to_s - from_s) / SLOT_S
            for at_s, chance in even_times(expected, from_s - second_of_day, to_s - second_of_day):
                found.append(Arrival(at_s, line, at_s - head_start_s, chance))
            slot += 1
    return found


def by_booking(
    booked: Iterable[Booked], show_up: float, horizon_s: float, before_s: float | None = None
) -> list[Arrival]:
    """Return who is booked until the horizon and may still come; a visitor who is late already comes half as likely."""
    found = []
    for visit in booked:
        rank_s = visit.slot_s - visit.head_start_s
        if not -GIVEN_UP_S <= visit.slot_s <= horizon_s or (before_s is not None and rank_s >= before_s):
            continue
        late = visit.slot_s < EARLY_S
        found.append(Arrival(max(visit.slot_s - EARLY_S, 30.0), visit.line, rank_s, show_up / 2 if late else show_up))
    return found


def even_times(expected: float, from_s: float, to_s: float) -> list[tuple[float, float]]:
    """Return (time, chance) of candidates evenly between two instants whose chances add up to the expectation.

    >>> even_times(1.5, 0, 600)
    [(100.0, 0.5), (300.0, 0.5), (500.0, 0.5)]
    """
    if expected <= 0:
        return []
    many = max(1, round(2 * expected))
    step_s = (to_s - from_s) / many
    return [(from_s + step_s * (at + 0.5), min(1.0, expected / many)) for at in range(many)]
