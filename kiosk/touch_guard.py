"""Notice a screen that touches itself, a finger that never lifts, and a child who taps tickets; pure.

>>> guard = TouchGuard().pressed(0.0)
>>> guard.trouble(STUCK_S + 1.0)
'touch_stuck'
>>> guard.released(5.0).trouble(STUCK_S + 1.0)
''
"""

from __future__ import annotations

from dataclasses import dataclass, replace

STUCK_S = 15.0
"""Nobody holds a finger still for so long; water, dirt and a broken frame do."""
GHOST_TOUCHES, GHOST_S = 40, 10.0
"""Four touches a second for ten seconds are no visitor who reads."""
TAPPED_TICKETS, TAPPED_S = 4, 8.0
"""So many tickets, each so soon after the one before: nobody reads a ticket and comes again in that time. Settable."""
TAPPED_TICKETS_KEPT = 20
CALM_S = 30.0
"""The kiosk goes on by itself after so long without a touch."""


@dataclass(frozen=True)
class TouchGuard:
    """What the screen felt of late; seconds of a monotonic clock. `why` is set while the kiosk pauses."""

    touches: tuple[float, ...] = ()
    held_since: float | None = None
    tickets: tuple[float, ...] = ()
    why: str = ""
    last_s: float = 0.0
    most_tickets: int = TAPPED_TICKETS
    """So many tickets in a row pause the kiosk; 0: none do."""

    def pressed(self, at_s: float) -> TouchGuard:
        """Take note of a touch."""
        touches = (*(one for one in self.touches if at_s - one <= GHOST_S), at_s)
        return replace(self, touches=touches[-GHOST_TOUCHES:], held_since=at_s, last_s=at_s)

    def released(self, at_s: float) -> TouchGuard:
        """Take note that the finger lifted."""
        return replace(self, held_since=None, last_s=at_s)

    def gave_ticket(self, at_s: float) -> TouchGuard:
        """Take note of a ticket; the row of those that followed each other quickly begins anew after a longer time."""
        row = self.tickets if self.tickets and at_s - self.tickets[-1] <= TAPPED_S else ()
        return replace(self, tickets=(*row, at_s)[-TAPPED_TICKETS_KEPT:])

    def trouble(self, now_s: float) -> str:
        """Return why the kiosk must pause now: `touch_stuck`, `touch_ghost`, `tickets_tapped`, or "" for no reason."""
        if self.held_since is not None and now_s - self.held_since > STUCK_S:
            return "touch_stuck"
        if len(self.touches) >= GHOST_TOUCHES and now_s - self.touches[0] <= GHOST_S:
            return "touch_ghost"
        if 0 < self.most_tickets <= len(self.tickets) and now_s - self.tickets[-1] <= TAPPED_S:
            return "tickets_tapped"
        return ""

    def looked(self, now_s: float) -> TouchGuard:
        """Return the guard after a look: pausing from now on, still, or calm again and everything before forgotten."""
        if trouble := self.trouble(now_s):
            return replace(self, why=trouble)
        calm = self.held_since is None and now_s - self.last_s >= CALM_S
        return self.fresh(self.last_s) if self.why and calm else self

    def fresh(self, now_s: float) -> TouchGuard:
        """Return a guard that has felt nothing yet."""
        return TouchGuard(last_s=now_s, most_tickets=self.most_tickets)
