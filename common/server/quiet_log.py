"""Let the server say once a minute what strangers can make it say at each request.

A journal that gets too many lines of a service drops its next ones: the refusals among them, which matter.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

AGAIN_S = 60.0


class OnceAMinute(logging.Filter):
    """Lets a warning of the same words through once a minute; what is worse than a warning always."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._said: dict[str, float] = {}
        """Instants by words: the server's own, so that there are few."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the line is written."""
        if record.levelno != logging.WARNING:
            return True
        words, now_s = str(record.msg), self._clock()
        said_s = self._said.get(words)
        if said_s is not None and now_s - said_s < AGAIN_S:
            return False
        self._said[words] = now_s
        return True
