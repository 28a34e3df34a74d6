"""The middle and the nine-of-ten of values, by the definitions that all figures share (pure)."""

from __future__ import annotations

from collections.abc import Sequence


def median(rising: Sequence[float]) -> float | None:
    """Return the one in the middle; with an even number the mean of the two.

    >>> median([1, 2, 3, 10]), median([2]), median([])
    (2.5, 2, None)
    """
    middle = len(rising) // 2
    if not rising:
        return None
    return round(rising[middle] if len(rising) % 2 else (rising[middle - 1] + rising[middle]) / 2, 1)


def nine_of_ten(rising: Sequence[float]) -> float | None:
    """Return the smallest that at least nine of ten did not exceed (nearest rank).

    >>> nine_of_ten(range(1, 11)), nine_of_ten([3, 4]), nine_of_ten([])
    (9, 4, None)
    """
    return round(rising[(9 * len(rising) + 9) // 10 - 1], 1) if rising else None


def share(part: int, whole: int) -> float | None:
    """Return percent, with one decimal; None of nothing.

    >>> share(1, 3), share(0, 0)
    (33.3, None)
    """
    return round(100 * part / whole, 1) if whole else None
