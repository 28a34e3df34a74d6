"""How work that can wait makes way for requests: it stops while one is under way, and takes short breaths otherwise.

Python lets a thread that computes keep the interpreter for 5 ms against one that wants it, and a command changes hands
with each of its dozen statements: an estimate of 2,000 who wait would hold fifteen calls up for a tenth of a second.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

BREATH_S = 0.00002
"""Long enough for a thread that waits for the interpreter to take it."""
PATIENCE_S = 0.05
"""Requests that never pause hold the work up for so long each time it asks, and do not stop it."""
EVERY = 64
"""Draws between two breaths: some 0.1 ms."""


class Courtesy:
    """Knows whether requests are under way; `under_way` belongs to the event loop, `make_way` to any other thread."""

    def __init__(self, sleep: Callable[[float], object] = time.sleep) -> None:
        self._sleep = sleep
        self._many = 0
        self._quiet = threading.Event()
        self._quiet.set()

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Count a request as under way."""
        self._many += 1
        if self._many == 1:
            self._quiet.clear()
        try:
            yield
        finally:
            self._many -= 1
            if self._many == 0:
                self._quiet.set()

    def make_way(self) -> None:
        """Take a breath; while requests are under way, wait for their end, but no longer than the patience lasts."""
        if self._quiet.is_set():
            self._sleep(BREATH_S)
        else:
            self._quiet.wait(PATIENCE_S)


class CourteousRandom(random.Random):
    """Chance that makes way after each so many draws: whoever draws need not know of it."""

    def __init__(self, make_way: Callable[[], object], seed: int | None = None) -> None:
        super().__init__(seed)
        self._make_way = make_way
        self._drawn = 0

    def random(self) -> float:
        """Return the next number from 0 up to 1."""
        self._drawn += 1
        if self._drawn % EVERY == 0:
            self._make_way()
        return super().random()
