"""A serial line's speed: how many bytes can have come over it by now."""

from __future__ import annotations

_BITS_A_BYTE = 10


class Line:
    """Lets bytes through at `baud`, ten bits a byte; None is a line that takes no time.

    >>> line = Line(9600)
    >>> line.room(0.0, 500), line.room(0.1, 500)
    (0, 96)
    """

    def __init__(self, baud: int | None) -> None:
        self._bytes_a_second = None if baud is None else baud / _BITS_A_BYTE
        self._credit = 0.0
        self._at_s = 0.0

    def room(self, now_s: float, waiting: int) -> int:
        """Return how many of the waiting bytes have come over by now. Time in which none waited is not made up for."""
        if self._bytes_a_second is None:
            return waiting
        self._credit += max(0.0, now_s - self._at_s) * self._bytes_a_second
        self._at_s = now_s
        self._credit = min(self._credit, float(waiting))
        return int(self._credit)

    def carried(self, size: int) -> None:
        """Note how many bytes went in."""
        if self._bytes_a_second is not None:
            self._credit -= size
