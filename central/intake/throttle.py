"""Take no more batches at once than the database bears; ask the rest for patience instead of letting them time out."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from central.errors import BusyError

AT_ONCE = 24
"""Batches in work at once, with those that wait: at 10 ms each the last one waits a quarter of a second."""
AT_ONCE_OF_A_HALL = 2
"""Uploads of one hall, from their first byte on: a hall sends one after another; a second may follow a lost one."""
PATIENCE_S = (2, 15)
"""The wait asked for is random between these, so that those sent away do not come back together."""


class Pressure:
    """Counts uploads by hall, and batches in work; thread-safe.

    A batch counts as in work only after its body was read, so that slow connections use up no place.
    """

    def __init__(self, at_once: int = AT_ONCE, *, rng: random.Random | None = None) -> None:
        self._free = at_once
        self._of_hall: Counter[str] = Counter()
        self._rng = rng or random.SystemRandom()
        self._lock = threading.Lock()
        self.turned_away = 0
        """Batches that were asked for patience since the centre started."""

    @contextmanager
    def uploading(self, hall: str) -> Iterator[None]:
        """Count an upload of a hall to the end of the block; BusyError 503 `busy` for its third, or without a place.

        Without a free place the body is not read: it would only be thrown away.
        """
        with self._lock:
            if self._free == 0 or self._of_hall[hall] == AT_ONCE_OF_A_HALL:
                raise self._busy()
            self._of_hall[hall] += 1
        try:
            yield
        finally:
            with self._lock:
                self._of_hall[hall] -= 1
                if not self._of_hall[hall]:
                    del self._of_hall[hall]

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold a place while a batch is processed; raise BusyError (503 `busy`) if no place is free."""
        with self._lock:
            if self._free == 0:
                raise self._busy()
            self._free -= 1
        try:
            yield
        finally:
            with self._lock:
                self._free += 1

    def _busy(self) -> BusyError:
        self.turned_away += 1
        wait_s = self._rng.randint(*PATIENCE_S)
        return BusyError("busy", "many batches are sent at once: wait a little", retry_after_s=wait_s)
