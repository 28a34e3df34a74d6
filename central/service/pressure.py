"""Take no more batches at once than the database bears; ask the rest for patience instead of letting them time out."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from central.errors import BusyError

AT_ONCE = 24
"""Batches in hand, waiting ones included: at 10 ms each the last of them waits a quarter of a second."""
PATIENCE_S = (2, 15)
"""The wait asked for is random between these, so that those sent away do not come back together."""


class Pressure:
    """Counts the batches in hand; thread-safe."""

    def __init__(self, at_once: int = AT_ONCE, *, rng: random.Random | None = None) -> None:
        self._free = at_once
        self._rng = rng or random.SystemRandom()
        self._lock = threading.Lock()
        self.turned_away = 0
        """Batches that were asked for patience since the centre started."""

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold a place to the end of the block; raise BusyError 503 `busy` while there is none."""
        with self._lock:
            if self._free == 0:
                self.turned_away += 1
                raise BusyError(
                    "busy", "many halls send at once: wait a little", retry_after_s=self._rng.randint(*PATIENCE_S)
                )
            self._free -= 1
        try:
            yield
        finally:
            with self._lock:
                self._free += 1
