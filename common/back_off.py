"""How long to wait after failures in a row: twice as long each time, up to a limit."""

from __future__ import annotations


def pause_s(failures: int, *, first_s: float, longest_s: float) -> float:
    """Return the pause in seconds after `failures` failures in a row; 0 after none.

    >>> [pause_s(failures, first_s=1, longest_s=30) for failures in (0, 1, 2, 3, 5, 6, 10_000)]
    [0.0, 1.0, 2.0, 4.0, 16.0, 30.0, 30.0]
    """
    return min(float(longest_s), first_s * 2.0 ** min(failures - 1, 64)) if failures > 0 else 0.0
