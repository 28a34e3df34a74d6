"""How long somebody waits after wrong passwords in a row: nothing at first, then twice as long each time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import datetime, timedelta

from common.back_off import pause_s

FREE = 3
"""Wrong tries that cost nothing: people mistype."""
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=30)


def wait_after(wrong: int) -> timedelta:
    """Return how long the next try is not heard after so many wrong ones in a row.

    >>> [int(wait_after(wrong).total_seconds()) for wrong in (0, 3, 4, 5, 6, 60)]
    [0, 0, 15, 30, 60, 1800]
    """
    return timedelta(
        seconds=pause_s(wrong - FREE, first_s=FIRST_WAIT.total_seconds(), longest_s=LONGEST_WAIT.total_seconds())
    )


def locked_until(wrong: int, now: datetime) -> datetime | None:
    """Return until when tries are not heard, None where the next one may come at once."""
    wait = wait_after(wrong)
    return now + wait if wait else None


class Strangers:
    """Wrong tries of names that nobody here has, kept in memory: whoever waits learns nothing of who is known.

    Thread-safe; beyond `most` names the one that was tried longest ago is forgotten.
    """

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._wrong: OrderedDict[str, tuple[int, datetime | None]] = OrderedDict()
        self._lock = threading.Lock()

    def count(self, name: str, now: datetime) -> datetime | None:
        """Count a try unless the name waits; return until when it waits in that case, None where the try was heard."""
        with self._lock:
            wrong, until = self._wrong.get(name, (0, None))
            if until is not None and until > now:
                return until
            self._wrong[name] = wrong + 1, locked_until(wrong + 1, now)
            self._wrong.move_to_end(name)
            if len(self._wrong) > self._most:
                self._wrong.popitem(last=False)
        return None
