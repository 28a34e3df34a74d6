"""How long to wait before the next try to reach the hall; pure.

>>> [back_off_ms(tries, spread=1.0) for tries in (0, 1, 2, 3, 4, 5, 50)]
[250, 500, 1000, 2000, 4000, 5000, 5000]
"""

from __future__ import annotations

FIRST_MS = 250
LONGEST_MS = 5000


def back_off_ms(tries: int, *, spread: float) -> int:
    """Return the pause in ms after `tries` failures in a row; `spread` from 0.5 to 1.0 keeps devices out of step."""
    return int(min(FIRST_MS * 2 ** min(tries, 16), LONGEST_MS) * spread)
