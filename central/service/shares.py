"""How often an address may ask: its share of each minute, kept in memory for as many addresses as fit."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import datetime

from central.errors import BusyError

MOST_ADDRESSES = 10_000


class Shares:
    """Counts what each address asked for in a minute; thread-safe.

    Beyond `most` addresses the one that has been silent longest is forgotten, and nobody else: whoever asks too often
    does not get a new share by asking from many addresses at once.
    """

    def __init__(self, limit: int, most: int = MOST_ADDRESSES) -> None:
        self._limit = limit
        self._most = most
        self._asked: OrderedDict[str, tuple[int, int]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, address: str, now: datetime) -> None:
        """Count one request; raise BusyError 429 when the address has had its share of this minute."""
        minute = int(now.timestamp()) // 60
        with self._lock:
            since, asked = self._asked.get(address, (minute, 0))
            asked = asked + 1 if since == minute else 1
            self._asked[address] = minute, asked
            self._asked.move_to_end(address)
            if len(self._asked) > self._most:
                self._asked.popitem(last=False)
        if asked > self._limit:
            detail = f"at most {self._limit} requests a minute: the figures change every ten seconds"
            raise BusyError("too_many_requests", detail, retry_after_s=60, status=429)
