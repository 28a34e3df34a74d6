"""A day of made-up visitors and agents as data: who comes when, for what, for how long. Pure; a seed decides all."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DAY_S = 6 * 3600
"""Length of the day of arrivals, in the day's own seconds (07:30 to 13:30)."""
# Arrivals in each half-hour relative to each other: a slow start, the rush before ten, a tail after the noon prayer.
_PROFILE = (2, 5, 9, 11, 12, 10, 8, 7, 5, 4, 3, 2)


@dataclass(frozen=True)
class MadeUpVisitor:
    """One visitor; times in seconds of the day, `serving_s` what the counter will take."""

    arrives_s: float
    service: str
    priority: bool
    serving_s: float
    walk_s: float
    comes: bool
    """False for a visitor who left before the call."""
    comes_late: bool
    """Misses the first call, comes to the second (recall or return)."""


@dataclass(frozen=True)
class MadeUpAgent:
    """How one agent spends the day; seconds of the day."""

    late_s: float
    break_at_s: float
    break_length_s: float
    pace: float
    """Factor on every serving time."""


def visitors(count: int, serving_s: Mapping[str, float], *, rng: random.Random) -> list[MadeUpVisitor]:
    """Return `count` visitors in order of arrival for services with these mean serving times in seconds.

    >>> day = visitors(46, {"A": 600.0, "Q": 240.0}, rng=random.Random(1))
    >>> len(day), day == sorted(day, key=lambda v: v.arrives_s)
    (46, True)
    """
    arrivals = sorted(_arrival(rng) for _ in range(count))
    services = sorted(serving_s)
    return [_visitor(at, services, serving_s, rng) for at in arrivals]


def agents(count: int, *, rng: random.Random) -> list[MadeUpAgent]:
    """Return `count` agents; their breaks around noon are staggered, so that not all leave at once."""
    return [
        MadeUpAgent(
            late_s=max(0.0, rng.gauss(120, 240)),
            break_at_s=4.25 * 3600 + 900 * (at % 4) + rng.uniform(-120, 120),
            break_length_s=rng.uniform(900, 1500),
            pace=rng.uniform(0.85, 1.2),
        )
        for at in range(count)
    ]


def _arrival(rng: random.Random) -> float:
    half_hour = rng.choices(range(len(_PROFILE)), weights=_PROFILE)[0]
    return (half_hour + rng.random()) * DAY_S / len(_PROFILE)


def _visitor(at: float, services: Sequence[str], serving_s: Mapping[str, float], rng: random.Random) -> MadeUpVisitor:
    service = rng.choice(services)
    # Serving times in halls are skewed with a coefficient of variation near one half; lognormal has that shape.
    spread = 0.47
    length = serving_s[service] * math.exp(rng.gauss(-spread * spread / 2, spread))
    return MadeUpVisitor(
        arrives_s=at,
        service=service,
        priority=rng.random() < 0.08,
        serving_s=max(30.0, length),
        walk_s=rng.uniform(10, 45),
        comes=rng.random() > 0.06,
        comes_late=rng.random() < 0.05,
    )
