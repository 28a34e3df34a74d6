"""Limit how often somebody may try something: a sliding window over the newest attempts of each name, in memory."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict, deque


class AttemptLimit:
    """At most `attempts` within `window_s` seconds for each name; thread-safe.

    Beyond `most` names the one that tried longest ago is forgotten. Instants are seconds of one clock.
    """

    def __init__(self, attempts: int, window_s: float, *, most: int = 10_000) -> None:
        self.attempts = attempts
        self.window_s = window_s
        self._most = most
        self._made: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def count(self, name: str, now_s: float) -> int:
        """Count one attempt and return 0; or, when there were enough, return the whole seconds to wait (≥ 1)."""
        with self._lock:
            made = self._made.setdefault(name, deque())
            self._made.move_to_end(name)
            while made and abs(now_s - made[0]) >= self.window_s:  # also where the clock was set back
                made.popleft()
            if len(made) >= self.attempts:
                return max(1, math.ceil(self.window_s - (now_s - made[0])))
            made.append(now_s)
            if len(self._made) > self._most:
                self._made.popitem(last=False)
        return 0

    def take_back(self, name: str, at_s: float | None = None) -> None:
        """Forget this name's attempt of `at_s` (None: the newest): it was a right one, and only wrong ones count."""
        with self._lock:
            made = self._made.get(name)
            if not made:
                return
            if at_s is None:
                made.pop()
            elif at_s in made:
                made.remove(at_s)
