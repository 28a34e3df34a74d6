"""Let threads change places often while something long is read, so that a command does not wait for its end.

Python lets a thread that computes keep the interpreter for 5 ms against one that wants it, and a command gives the
interpreter away with each of its dozen statements: a reading of a tenth of a second would hold fifteen of them up for
all of that. Turns as short as a statement cost the reading some of its speed and the commands next to nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

TURN_S = 0.00005


class ShortTurns:
    """Counts who asked for short turns; the interpreter has its usual ones back when the last of them is done."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._many = 0
        self._usual_s = 0.0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have short turns within the block; from any thread."""
        with self._lock:
            self._many += 1
            if self._many == 1:
                self._usual_s = sys.getswitchinterval()
                sys.setswitchinterval(TURN_S)
        try:
            yield
        finally:
            with self._lock:
                self._many -= 1
                if self._many == 0:
                    sys.setswitchinterval(self._usual_s)


SHORT_TURNS = ShortTurns()
"""The interpreter has one interval for all its threads, and this process one counter."""
