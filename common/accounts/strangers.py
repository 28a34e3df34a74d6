"""Wrong sign-in tries of names that nobody here has."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import datetime

from common.accounts.lock_out import locked_until


class Strangers:
    """Wrong tries of names that nobody here has, kept in memory: the wait does not show which names are known.

    Thread-safe; beyond `most` names the one that was tried longest ago is forgotten.
    """

    def __init__(self, most: int = 10_000, *, free: int = 0) -> None:
        """`free`: wrong tries that cost nothing before those that `lock_out` forgives."""
        self._most = most
        self._free = free
        self._wrong: OrderedDict[str, tuple[int, datetime | None]] = OrderedDict()
        self._lock = threading.Lock()

    def count(self, name: str, now: datetime) -> datetime | None:
        """Count a try unless the name waits; return until when it waits in that case, None where the try was heard."""
        with self._lock:
            wrong, until = self._wrong.get(name, (0, None))
            if until is not None and until > now:
                return until
            self._wrong[name] = wrong + 1, locked_until(wrong + 1 - self._free, now)
            self._wrong.move_to_end(name)
            if len(self._wrong) > self._most:
                self._wrong.popitem(last=False)
        return None

    def forget(self, name: str) -> None:
        """Forget the wrong tries of a name."""
        with self._lock:
            self._wrong.pop(name, None)
