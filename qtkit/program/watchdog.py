"""Tell systemd, or the keeper in its place, that this program's GUI thread lives.

The messages come from a timer of the GUI thread, so a program that hangs falls silent.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from common.service.systemd import ALIVE, READY, notify, watchdog_interval_s


class Heartbeat(QObject):
    """Says READY once and then, again and again, that the program lives, from `start()` to `stop()`."""

    def __init__(self, environ: Mapping[str, str] = os.environ, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._environ = environ
        self._timer = QTimer(self)
        self._timer.setObjectName("watchdog")
        self._timer.timeout.connect(lambda: notify(ALIVE, environ))

    def start(self) -> None:
        """Say that the program is up, and from now on that it lives."""
        notify(READY, self._environ)
        interval_s = watchdog_interval_s(self._environ)
        if interval_s is not None:
            self._timer.start(max(1, round(interval_s * 1000)))

    def stop(self) -> None:
        """Send nothing more: the program ends."""
        self._timer.stop()
