"""Notice tickets of one service taken without a pause, as by a child or a joker, and not by people in a queue; pure.

People who stand in line change places between two tickets: they need four seconds and more for each. Where one
ticket follows the other faster, and always for the same service, the kiosk asks whether another one is wanted. It
never stops.

>>> row = QuickTickets()
>>> for at_s in (0.0, 2.0, 4.0, 6.0):
...     row = row.given("L", at_s)
>>> row.asks("L", 8.0, after=4)
True
>>> row.asks("L", 10.0, after=4), row.asks("A", 8.0, after=4)
(False, False)
"""

from __future__ import annotations

from dataclasses import dataclass

PAUSE_S = 3.0
"""Two people do not take a ticket each within this time; one person can."""
ASKS_AFTER = 4
"""Tickets in such a row, after which the kiosk asks. Settable."""


@dataclass(frozen=True)
class QuickTickets:
    """The newest row of tickets of one service, each within PAUSE_S of the one before; seconds of a monotonic clock."""

    service: str = ""
    count: int = 0
    last_s: float = 0.0

    def given(self, service: str, at_s: float) -> QuickTickets:
        """Return the row after one more ticket; another service, or a pause, begins a new row."""
        count = self.count + 1 if self._goes_on(service, at_s) else 1
        return QuickTickets(service, count, at_s)

    def asks(self, service: str, now_s: float, *, after: int) -> bool:
        """Return whether to ask before one more ticket of `service`; `after` 0: never."""
        return 0 < after <= self.count and self._goes_on(service, now_s)

    def _goes_on(self, service: str, at_s: float) -> bool:
        return service == self.service and at_s - self.last_s <= PAUSE_S
