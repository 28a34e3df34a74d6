"""When to try a lost printer again."""

from __future__ import annotations

from printer.status import PrinterStatus

PAUSES_S = (1.0, 2.0, 5.0, 10.0, 30.0)


class Reconnect:
    """Remembers failed connections and spaces out the next tries; a connection that works starts it anew."""

    def __init__(self) -> None:
        self.last = PrinterStatus(reachable=False, answers=False)
        self._failures = 0
        self._next_at = float("-inf")

    def due(self, now_s: float) -> bool:
        """Say whether it is time to touch the device again."""
        return now_s >= self._next_at

    def noted(self, status: PrinterStatus, now_s: float) -> PrinterStatus:
        """Take in the newest status and return it."""
        self.last = status
        if status.reachable:
            self._failures, self._next_at = 0, float("-inf")
        else:
            self._next_at = now_s + PAUSES_S[min(self._failures, len(PAUSES_S) - 1)]
            self._failures += 1
        return status
