"""The made-up people of one day of a hall as data: who comes when, for what, for how long. A seed decides all."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from contracts.words.hall import VisitorKind

LENGTH_S = 6 * 3600
"""From the first ticket to the last one."""
_PROFILE = (3, 6, 9, 10, 9, 8, 7, 6, 5, 4, 3, 2)
"""Arrivals in each half-hour beside each other: the rush before ten."""
_SPREAD = 0.45
_KINDS = (VisitorKind.CITIZEN, VisitorKind.RESIDENT, VisitorKind.COMPANY, VisitorKind.INVESTOR)


@dataclass(frozen=True)
class Comer:
    """One visitor; `comes` is False for one who has left before the call, `face` is the answer to the survey."""

    at: datetime
    service: str
    kind: VisitorKind | None
    priority: bool
    walk_s: float
    serving_s: float
    comes: bool
    face: int | None


def comers(
    first: datetime, many: int, serving_s: Mapping[str, float], *, shares: Sequence[float], chance: random.Random
) -> list[Comer]:
    """Return the visitors of the six hours from `first`, in the order in which they come.

    >>> from datetime import UTC
    >>> day = comers(datetime(2026, 11, 24, tzinfo=UTC), 46, {"A": 600.0}, shares=[1], chance=random.Random(1))
    >>> len(day), day == sorted(day, key=lambda one: one.at)
    (46, True)
    """
    return sorted((_comer(first, serving_s, shares, chance) for _ in range(many)), key=lambda one: one.at)


def comer_at(at: datetime, service: str, serving_s: float, chance: random.Random) -> Comer:
    """Return somebody who comes at this instant for this service, and answers the call."""
    priority = chance.random() < 0.07
    face = chance.choices((1, 2, 3, 4, 5), (2, 4, 12, 40, 42))[0] if chance.random() < 0.35 else None
    # Serving times are skewed, with a variation of near one half: lognormal has that shape.
    long_s = max(60.0, serving_s * math.exp(chance.gauss(-_SPREAD * _SPREAD / 2, _SPREAD)))
    return Comer(at, service, None, priority, chance.uniform(12, 45), long_s, comes=True, face=face)


def _comer(first: datetime, serving_s: Mapping[str, float], shares: Sequence[float], chance: random.Random) -> Comer:
    half_hour = chance.choices(range(len(_PROFILE)), weights=_PROFILE)[0]
    at = first + timedelta(seconds=(half_hour + chance.random()) * LENGTH_S / len(_PROFILE))
    service = chance.choices([*serving_s], weights=shares)[0]
    one = comer_at(at, service, serving_s[service], chance)
    kind = chance.choices(_KINDS, (70, 12, 12, 6))[0]
    return Comer(one.at, service, kind, one.priority, one.walk_s, one.serving_s, chance.random() > 0.05, one.face)
