"""Fold SQLite's WAL into its file in the pauses of the hall: no command waits for the disk behind it.

Folding makes the disk write what hundreds of commits left, and a commit that comes meanwhile shares the disk with that.
A hall has pauses enough; should it have none for a minute, it is done all the same, and beyond `WAL_PAGES` a commit
does it itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlalchemy import Engine

from hall.adapters.engine import fold_wal

EVERY_S = 5.0
PAUSE_S = 0.5
"""The writer has had nothing to do for so long."""
AT_LAST_S = 60.0
"""Without a pause for so long it is done all the same."""


class WalFolder:
    """Folds the WAL when it is time; `idle_s` says for how many seconds the writer has had nothing to do."""

    def __init__(
        self, engine: Engine, idle_s: Callable[[], float], *, clock_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._engine = engine
        self._idle_s = idle_s
        self._clock_s = clock_s
        self._folded_s = clock_s()

    def look(self) -> int | None:
        """Fold if it is time; return how many pages are folded in by now, or None where it is left for later."""
        since_s = self._clock_s() - self._folded_s
        if since_s < EVERY_S or (self._idle_s() < PAUSE_S and since_s < AT_LAST_S):
            return None
        self._folded_s = self._clock_s()
        return fold_wal(self._engine)
