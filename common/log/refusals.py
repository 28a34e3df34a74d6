"""One line in the log for each refused sign-in, role, code or rate, but not for each of a flood."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger("refused")
LINES_A_MINUTE = 60
WINDOW_S = 60.0
ADDRESSES_KEPT = 1_000
LOGGED = frozenset({401, 403, 423, 429})
"""HTTP statuses of refusals that concern who asks or how often."""


@dataclass
class _Window:
    """What one address was refused since `began_s`."""

    began_s: float
    refused: int = 0


class RefusalLog:
    """Logs refused requests: kind, role, address and path, never a token, a PIN or a code.

    Each address gets 60 lines a minute; a line says when its further ones are left out, and the first line of a later
    minute is preceded by their number. Not thread-safe: it belongs to one event loop.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._windows: OrderedDict[str, _Window] = OrderedDict()

    def write(self, kind: str, *, role: str | None, address: str, method: str, path: str) -> None:
        """Log one refusal; `path` is written as the contract writes it, since a real path may hold a code."""
        if self._is_heard(address):
            log.info("kind=%s role=%s address=%s path=%s %s", kind, role or "-", address or "-", method, path)

    def _is_heard(self, address: str) -> bool:
        now_s = self._clock()
        window = self._windows.get(address)
        if window is None or now_s - window.began_s >= WINDOW_S:
            if window is not None and window.refused > LINES_A_MINUTE:
                log.info("address=%s was refused %d more times", address, window.refused - LINES_A_MINUTE)
            window = self._windows[address] = _Window(now_s)
        self._windows.move_to_end(address)
        if len(self._windows) > ADDRESSES_KEPT:
            self._windows.popitem(last=False)
        window.refused += 1
        if window.refused == LINES_A_MINUTE + 1:
            log.info("address=%s is refused too often: its next lines are left out", address)
        return window.refused <= LINES_A_MINUTE
