"""Detect a touch screen that reports false touches, and a touch that never ends; pure.

>>> guard = TouchGuard().pressed(0.0)
>>> guard.trouble(STUCK_S + 1.0)
'touch_stuck'
>>> guard.released(5.0).trouble(STUCK_S + 1.0)
''
"""

from __future__ import annotations

from dataclasses import dataclass, replace

STUCK_S = 15.0
"""A touch that is longer comes from water, dirt or a broken frame, not from a finger."""
GHOST_TOUCHES, GHOST_S = 40, 10.0
"""No visitor makes four touches a second for ten seconds."""
CALM_S = 30.0
"""The kiosk continues after this time without a touch."""


@dataclass(frozen=True)
class TouchGuard:
    """The newest touches, in seconds of a monotonic clock. `why` is set while the kiosk pauses."""

    touches: tuple[float, ...] = ()
    held_since: float | None = None
    why: str = ""
    last_s: float = 0.0

    def pressed(self, at_s: float) -> TouchGuard:
        """Return the guard with one more touch."""
        touches = (*(one for one in self.touches if at_s - one <= GHOST_S), at_s)
        return replace(self, touches=touches[-GHOST_TOUCHES:], held_since=at_s, last_s=at_s)

    def released(self, at_s: float) -> TouchGuard:
        """Return the guard after the touch has ended."""
        return replace(self, held_since=None, last_s=at_s)

    def trouble(self, now_s: float) -> str:
        """Return why the kiosk must pause now: `touch_stuck`, `touch_ghost`, or "" for no reason."""
        if self.held_since is not None and now_s - self.held_since > STUCK_S:
            return "touch_stuck"
        if len(self.touches) >= GHOST_TOUCHES and now_s - self.touches[0] <= GHOST_S:
            return "touch_ghost"
        return ""

    def looked(self, now_s: float) -> TouchGuard:
        """Return the guard after a check: it begins a pause, continues it, or ends it and forgets all touches."""
        if trouble := self.trouble(now_s):
            return replace(self, why=trouble)
        calm = self.held_since is None and now_s - self.last_s >= CALM_S
        return self.fresh(self.last_s) if self.why and calm else self

    def fresh(self, now_s: float) -> TouchGuard:
        """Return a guard without any touches."""
        return TouchGuard(last_s=now_s)

    def calm_in_s(self, now_s: float) -> int | None:
        """Return the seconds until the pause ends without a touch; None during a touch, and when there is no pause."""
        if not self.why or self.held_since is not None:
            return None
        return max(1, round(CALM_S - (now_s - self.last_s)))
