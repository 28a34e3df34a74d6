"""The usual formulas for a wait, as queue products have them: what ours is measured against. Seconds and counts."""

from __future__ import annotations


def by_people_ahead(ahead: float, serving_s: float, counters: int) -> float:
    """Return people ahead × serving time ÷ counters; no counter counts as one.

    >>> by_people_ahead(6, 600, 3), by_people_ahead(6, 600, 0)
    (1200.0, 3600.0)
    """
    return ahead * serving_s / max(1, counters)


def by_throughput(ahead: float, per_s: float, least: float, most: float) -> float:
    """Return (people ahead + 1) ÷ calls in a second, the rate held within its bounds.

    >>> by_throughput(5, 0.01, 0.0003, 0.05)
    600.0
    """
    return (ahead + 1) / min(max(per_s, least), most)


class MovingAverage:
    """The mean of the last `size` values."""

    def __init__(self, size: int = 20, first: float = 0.0) -> None:
        self._size, self._first = size, first
        self._values: list[float] = []

    def add(self, value: float) -> None:
        """Add a value; the oldest leaves."""
        self._values.append(value)
        del self._values[: -self._size]

    @property
    def mean(self) -> float:
        """The mean, or the first value while there is none."""
        return sum(self._values) / len(self._values) if self._values else self._first
