"""Decide when to try again: full jitter, so that halls that lost the centre together do not come back together."""

from __future__ import annotations

import random

BASE_S = 2.0
CAP_S = 300.0
HOLD_S = 900.0
"""After an answer that only a person can mend (token refused, another sender, schema): ask again this often."""


def ceiling_s(failures: int) -> float:
    """Return the longest wait in seconds after `failures` failures in a row (≥ 1).

    >>> [ceiling_s(n) for n in (1, 2, 3, 8, 10_000)]
    [2.0, 4.0, 8.0, 256.0, 300.0]
    """
    return min(CAP_S, BASE_S * 2.0 ** min(failures - 1, 16))


def delay_s(failures: int, rng: random.Random, *, asked_s: float | None = None) -> float:
    """Return seconds to wait after `failures` failures in a row; never less than the centre asked (up to an hour)."""
    jittered = rng.uniform(0, ceiling_s(failures))
    return jittered if asked_s is None else min(3600.0, max(0.0, asked_s)) + jittered
