"""Decide when to try again: full jitter, so that halls that lost the centre together do not come back together."""

from __future__ import annotations

import random

from common.back_off import pause_s

BASE_S = 2.0
CAP_S = 300.0
HOLD_S = 900.0
"""Seconds between tries after an error that only a person can correct (token refused, another sender, schema)."""


def delay_s(failures: int, rng: random.Random, *, asked_s: float | None = None) -> float:
    """Return seconds to wait after `failures` failures in a row; never less than the centre asked (up to an hour)."""
    jittered = rng.uniform(0, pause_s(failures, first_s=BASE_S, longest_s=CAP_S))
    return jittered if asked_s is None else min(3600.0, max(0.0, asked_s)) + jittered
