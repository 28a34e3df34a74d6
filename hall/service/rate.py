"""How often somebody may try: a sliding window over the newest tries of each name, in memory."""

from __future__ import annotations

import math
from collections import OrderedDict, deque

from hall.service.refusals import TooManyTriesError

NAMES_KEPT = 10_000


class RateLimit:
    """At most `tries` within `window_s` seconds for each name; the oldest names are forgotten beyond 10,000."""

    def __init__(self, tries: int, window_s: float) -> None:
        self.tries = tries
        self.window_s = window_s
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()

    def count(self, name: str, now_s: float) -> None:
        """Count one try at `now_s` (monotonic seconds); raise TooManyTriesError when there were enough."""
        seen = self._seen.setdefault(name, deque())
        self._seen.move_to_end(name)
        while seen and now_s - seen[0] >= self.window_s:
            seen.popleft()
        if len(seen) >= self.tries:
            wait_s = max(1, math.ceil(self.window_s - (now_s - seen[0])))
            raise TooManyTriesError(f"too many tries; come again in {wait_s} s", retry_after_s=wait_s)
        seen.append(now_s)
        if len(self._seen) > NAMES_KEPT:
            self._seen.popitem(last=False)

    def take_back(self, name: str) -> None:
        """Forget the newest try of this name: it was a right one, and only wrong ones are to be slowed down."""
        if seen := self._seen.get(name):
            seen.pop()
