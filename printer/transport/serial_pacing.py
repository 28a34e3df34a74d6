"""Hand bytes to a serial port no faster than they leave it, so that a question is never stuck behind a ticket.

The kernel takes 4 KB and more at once: at 9600 baud a question asked then would be sent four seconds later, and its
answer be taken for silence, or for the answer to the next question.
"""

from __future__ import annotations

AHEAD_S = 0.1
"""How much of the line's time may wait in the kernel: enough not to pause between two pieces."""
_BITS_A_BYTE = 10
_LEAST_BYTES = 8


class Pace:
    """Calculates from the baud rate how many of the bytes handed over are still on their way. Times in seconds.

    >>> pace = Pace(9600)
    >>> pace.room(0.0)
    96
    >>> pace.handed(96, 0.0)
    >>> pace.room(0.0), pace.room(0.05), round(pace.wait_s(0.0), 3)
    (0, 48, 0.008)
    """

    def __init__(self, baud: int) -> None:
        self._bytes_a_second = baud / _BITS_A_BYTE
        self._idle_at_s = float("-inf")

    def room(self, now_s: float) -> int:
        """Return how many bytes may be handed over now; a few at least, or none."""
        free_s = AHEAD_S - max(0.0, self._idle_at_s - now_s)
        room = round(free_s * self._bytes_a_second)
        return room if room >= _LEAST_BYTES else 0

    def handed(self, size: int, now_s: float) -> None:
        """Note how many bytes the port took."""
        self._idle_at_s = max(self._idle_at_s, now_s) + size / self._bytes_a_second

    def wait_s(self, now_s: float) -> float:
        """Return in how many seconds there is room again, 0 when there is."""
        least_s = _LEAST_BYTES / self._bytes_a_second
        return max(0.0, self._idle_at_s - now_s - AHEAD_S + least_s)
