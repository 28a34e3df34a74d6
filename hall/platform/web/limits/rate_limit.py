"""How often somebody may try: refused with the time to wait."""

from __future__ import annotations

from common.attempt_limit import AttemptLimit
from hall.platform.refusals import TooManyTriesError


class RateLimit:
    """At most `tries` within `window_s` seconds for each name."""

    def __init__(self, tries: int, window_s: float) -> None:
        self._limit = AttemptLimit(tries, window_s)

    def count(self, name: str, now_s: float) -> None:
        """Count one try at `now_s` (monotonic seconds); raise TooManyTriesError when there were enough."""
        if wait_s := self._limit.count(name, now_s):
            raise TooManyTriesError(f"too many tries; come again in {wait_s} s", retry_after_s=wait_s)

    def take_back(self, name: str) -> None:
        """Forget the newest try of this name: it was a right one, and only wrong ones are to be slowed down."""
        self._limit.take_back(name)
