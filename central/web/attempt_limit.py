"""Limit how often passwords, codes and tokens may be guessed: by address, so that strangers stop nobody else."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from central.errors import BusyError, TokenError
from common.attempt_limit import AttemptLimit

WINDOW = timedelta(minutes=1)
BRAKE_S = 0.3
"""How long every try waits while many addresses guess at once."""


class Tries:
    """Wrong tries of one kind in the last minute, by address; thread-safe.

    An address that has had `limit` of them waits. All addresses together only slow each other down: from `many` wrong
    tries on, each further one takes `BRAKE_S` longer. Beyond `most` addresses the one that tried longest ago is
    forgotten.
    """

    def __init__(self, limit: int = 20, *, many: int = 100, most: int = 10_000) -> None:
        self._limit = AttemptLimit(limit, WINDOW.total_seconds(), most=most)
        self._many = many
        self._of_all: deque[datetime] = deque(maxlen=many)
        self._lock = threading.Lock()

    def begin(self, address: str, now: datetime) -> None:
        """Count a try as wrong before its slow check; `forgive` takes it back. BusyError 429 when the address waits.

        A hundred at once are thus a hundred tries.
        """
        if wait_s := self._limit.count(address, now.timestamp()):
            raise BusyError("too_many_tries", "too many wrong tries: wait a minute", retry_after_s=wait_s, status=429)
        with self._lock:
            self._of_all.append(now)

    @contextmanager
    def counted(self, address: str, now: datetime) -> Iterator[None]:
        """Count the block as a wrong try if it raises TokenError, and only then; BusyError as `begin` raises it."""
        self.begin(address, now)
        try:
            yield
        except TokenError:
            raise
        except BaseException:
            self.forgive(address, now)
            raise
        self.forgive(address, now)

    def forgive(self, address: str, begun: datetime) -> None:
        """Take back a try that began at this instant: it proved right, or was not looked at."""
        self._limit.take_back(address, begun.timestamp())
        with self._lock:
            if begun in self._of_all:
                self._of_all.remove(begun)

    def brake_s(self, now: datetime) -> float:
        """Return how long a try waits before it is looked at, because of the wrong ones of all addresses."""
        with self._lock:
            many = len(self._of_all) == self._many and self._of_all[0] > now - WINDOW
        return BRAKE_S if many else 0.0
