"""From an expected wait in seconds to the minutes that the visitor sees; pure.

>>> minutes_told(WaitRange(low_s=410, likely_s=700, high_s=1250))
(5, 25)
>>> minutes_told(WaitRange(low_s=0, likely_s=40, high_s=170))
(0, 3)
"""

from __future__ import annotations

from contracts.queue.answers import WaitRange

COARSE_FROM_MIN = 10
COARSE_STEP_MIN = 5


def minutes_told(wait: WaitRange) -> tuple[int, int]:
    """Return (low, high) in whole minutes, low rounded down and high up; from ten minutes in steps of five.

    Rounding outwards keeps the promise as honest as the range is.
    """
    high = -(-wait.high_s // 60)
    low = wait.low_s // 60
    if high <= COARSE_FROM_MIN:
        return low, max(high, 1)
    return low // COARSE_STEP_MIN * COARSE_STEP_MIN, -(-high // COARSE_STEP_MIN) * COARSE_STEP_MIN
