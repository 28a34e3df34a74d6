"""Limit how often pairing codes and tokens may be guessed."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from datetime import datetime, timedelta

from central.errors import BusyError

WINDOW = timedelta(minutes=1)


class Tries:
    """Counts wrong tries of one kind, of everybody together, in the last minute; thread-safe.

    Together, not by address: halls sit behind one proxy, and an attacker has many addresses. New
    ones wait; who is in already does not notice.
    """

    def __init__(self, limit: int = 20) -> None:
        self._limit = limit
        self._wrong: deque[datetime] = deque()
        self._lock = threading.Lock()

    def check(self, now: datetime) -> None:
        """Raise BusyError 429 while too many wrong tries lie within the window."""
        with self._lock:
            self._check(now)

    def begin(self, now: datetime) -> None:
        """Count a try as wrong before its slow check, or raise as `check` does; `forgive` takes it back.

        A hundred at once are thus a hundred tries, and do not all wait for the one that checks passwords.
        """
        with self._lock:
            self._check(now)
            self._wrong.append(now)

    def forgive(self, begun: datetime) -> None:
        """Take back a try that began at this instant: it proved right."""
        with self._lock, contextlib.suppress(ValueError):
            self._wrong.remove(begun)

    def wrong(self, now: datetime) -> None:
        """Count a wrong try."""
        with self._lock:
            self._wrong.append(now)

    def _check(self, now: datetime) -> None:
        while self._wrong and self._wrong[0] <= now - WINDOW:
            self._wrong.popleft()
        if len(self._wrong) >= self._limit:
            raise BusyError("too_many_tries", "too many wrong tries: wait a minute", retry_after_s=60, status=429)
