"""How long a person who typed wrong PINs has to wait, longer each time (pure).

>>> guard = PinGuard()
>>> for at_s in (0.0, 1.0, 2.0):
...     guard = guard.failed(at_s)
>>> guard.wait_s(2.0), guard.wait_s(20.0), guard.wait_s(40.0)
(30, 12, 0)
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from common.back_off import pause_s

FREE_TRIES = 2
FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 900.0


@dataclass(frozen=True)
class PinGuard:
    """Wrong PINs since the last right one; times are seconds of a monotonic clock."""

    failures: int = 0
    until_s: float = 0.0

    def wait_s(self, now_s: float) -> int:
        """Return the whole seconds until the next try is taken; 0: now."""
        return max(0, math.ceil(round(self.until_s - now_s, 3)))  # a large clock reading carries no finer part

    def failed(self, now_s: float) -> PinGuard:
        """Return the guard after a wrong PIN: two are free, then 30 s, doubled each time up to 15 minutes."""
        return PinGuard.after(self.failures + 1, now_s)

    @classmethod
    def after(cls, failures: int, now_s: float, passed_s: float = 0.0) -> PinGuard:
        """Return the guard `passed_s` seconds after the last of `failures` wrong PINs."""
        wait_s = pause_s(failures - FREE_TRIES, first_s=FIRST_WAIT_S, longest_s=LONGEST_WAIT_S)
        return cls(failures, now_s + max(0.0, wait_s - passed_s))
