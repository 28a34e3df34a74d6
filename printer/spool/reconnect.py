"""When to try a lost printer again."""

from __future__ import annotations

from common.back_off import pause_s
from printer.escpos.status import PrinterStatus


class Reconnect:
    """Remembers failed connections and spaces out the next tries; a connection that works resets it."""

    def __init__(self) -> None:
        self.last = PrinterStatus(reachable=False, answers=False)
        self._failures = 0
        self._next_at = float("-inf")

    def due(self, now_s: float) -> bool:
        """Return whether it is time to touch the device again."""
        return now_s >= self._next_at

    def noted(self, status: PrinterStatus, now_s: float) -> PrinterStatus:
        """Store the newest status and return it."""
        self.last = status
        if status.reachable:
            self._failures, self._next_at = 0, float("-inf")
        else:
            self._failures += 1
            self._next_at = now_s + pause_s(self._failures, first_s=1, longest_s=30)
        return status
