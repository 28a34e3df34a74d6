"""A ticket in the slot: whose it is, when it is late, and when it keeps the next visitor from the kiosk (pure).

>>> slot = SlotWatch().seen("ticket", 10.0)
>>> slot.late(25.0, within_s=20.0), slot.late(31.0, within_s=20.0)
(False, True)
>>> slot.seen("clear", 32.0).since_s is None
True
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SlotWatch:
    """Since when the printer's sensor sees a ticket; seconds of a monotonic clock, None while it sees none."""

    since_s: float | None = None

    def seen(self, presenter: str, now_s: float) -> SlotWatch:
        """Return the watch after the sensor's newest word (`none` where there is no sensor)."""
        if presenter != "ticket":
            return SlotWatch()
        return self if self.since_s is not None else SlotWatch(now_s)

    def late(self, now_s: float, *, within_s: float) -> bool:
        """Return whether the ticket has been lying there for long."""
        return self.since_s is not None and now_s - self.since_s >= within_s
