"""Log once a minute what any stranger can make uvicorn log at each request: no HTTP, and an upgrade to WebSocket.

A journal that gets too many lines of a service drops its next ones: the refusals among them, which matter.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

AGAIN_S = 60.0
OF_STRANGERS = (
    "Invalid HTTP request received.",
    "Unsupported upgrade request.",
    "No supported WebSocket library detected.",
)
"""How these warnings of uvicorn begin; its other lines are all written."""


class OnceAMinute(logging.Filter):
    """Lets each of these warnings through once a minute, and every other line always."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._written_s: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the line is written."""
        words = str(record.msg)
        if record.levelno != logging.WARNING or not words.startswith(OF_STRANGERS):
            return True
        now_s = self._clock()
        if now_s - self._written_s.get(words, -AGAIN_S) < AGAIN_S:
            return False
        self._written_s[words] = now_s
        return True
