"""Notice a screen that touches itself and a finger that never lifts; pure.

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
CALM_S = 30.0
"""The kiosk goes on after this time without a touch."""


@dataclass(frozen=True)
class TouchGuard:
    """What the screen felt of late; seconds of a monotonic clock. `why` is set while the kiosk pauses."""

    touches: tuple[float, ...] = ()
    held_since: float | None = None
    why: str = ""
    last_s: float = 0.0

    def pressed(self, at_s: float) -> TouchGuard:
        """Take note of a touch."""
        touches = (*(one for one in self.touches if at_s - one <= GHOST_S), at_s)
        return replace(self, touches=touches[-GHOST_TOUCHES:], held_since=at_s, last_s=at_s)

    def released(self, at_s: float) -> TouchGuard:
        """Take note that the finger lifted."""
        return replace(self, held_since=None, last_s=at_s)

    def trouble(self, now_s: float) -> str:
        """Return why the kiosk must pause now: `touch_stuck`, `touch_ghost`, or "" for no reason."""
        if self.held_since is not None and now_s - self.held_since > STUCK_S:
            return "touch_stuck"
        if len(self.touches) >= GHOST_TOUCHES and now_s - self.touches[0] <= GHOST_S:
            return "touch_ghost"
        return ""

    def looked(self, now_s: float) -> TouchGuard:
        """Return the guard after a look: pausing from now on, still, or calm again and everything before forgotten."""
        if trouble := self.trouble(now_s):
            return replace(self, why=trouble)
        calm = self.held_since is None and now_s - self.last_s >= CALM_S
        return self.fresh(self.last_s) if self.why and calm else self

    def fresh(self, now_s: float) -> TouchGuard:
        """Return a guard that has felt nothing yet."""
        return TouchGuard(last_s=now_s)

    def calm_in_s(self, now_s: float) -> int | None:
        """Return the seconds until the pause ends if nobody touches the screen; None while a finger lies on it."""
        if not self.why or self.held_since is not None:
            return None
        return max(1, round(CALM_S - (now_s - self.last_s)))
