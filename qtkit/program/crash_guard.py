"""The last edge: an uncaught exception is logged whole, a calm screen shown, and the program started again."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from types import TracebackType

from common.back_off import pause_s

log = logging.getLogger(__name__)

CRASHES_ENV = "DAWR_CRASHES"
"""Times of earlier crashes (seconds of the monotonic clock, by comma), handed to the program started again."""

REMEMBERED_S = 300.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
"""The first so short that the program is back within 2 s: it starts in less than half a second."""


def restart_pause_s(crashes: Sequence[float], now: float) -> float:
    """Return how long to show the calm screen before the restart: longer, the more crashes the last 5 minutes saw.

    >>> restart_pause_s([], 100.0), restart_pause_s([99.0, 98.0], 100.0), restart_pause_s([1.0] * 9, 100.0)
    (1.0, 4.0, 60.0)
    >>> restart_pause_s([1.0] * 9, 1000.0)
    1.0
    """
    recent = sum(1 for at in crashes if now - at <= REMEMBERED_S)
    return pause_s(recent + 1, first_s=FIRST_PAUSE_S, longest_s=LONGEST_PAUSE_S)


def read_crashes(text: str) -> list[float]:
    """Return the times in a CRASHES_ENV value; what is no number is left out."""
    times = []
    for part in text.split(","):
        try:
            times.append(float(part))
        except ValueError:
            continue
    return times


class CrashGuard:
    """Takes over `sys.excepthook`; PySide6 sends exceptions of slots there too.

    `on_crash(pause_s)` shows the calm screen and calls `restart` after the pause; only the first exception counts.
    """

    def __init__(
        self,
        on_crash: Callable[[float], None],
        *,
        now: Callable[[], float] = time.monotonic,
        environ: os._Environ[str] | dict[str, str] = os.environ,
    ) -> None:
        self._on_crash = on_crash
        self._now = now
        self._environ = environ
        self.crashed = False

    def install(self) -> None:
        """Catch every uncaught exception from now on."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the exception with its traceback and begin the restart; Ctrl+C goes its usual way."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("uncaught: the program starts again", exc_info=(kind, error, trace))
        if self.crashed:
            return
        self.crashed = True
        crashes = read_crashes(self._environ.get(CRASHES_ENV, ""))
        pause_s = restart_pause_s(crashes, self._now())
        recent = [at for at in crashes if self._now() - at <= REMEMBERED_S] + [self._now()]
        self._environ[CRASHES_ENV] = ",".join(f"{at:.1f}" for at in recent)
        self._on_crash(pause_s)


def restart() -> None:
    """Replace this process by a fresh one with the same arguments; never returns."""
    if sys.stdout is not None:  # as it is under Windows' pythonw
        sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves, as we were started
