"""Tell whoever keeps this program that its GUI thread lives: systemd's own protocol, one datagram a beat.

`NOTIFY_SOCKET` names the socket and `WATCHDOG_USEC` the longest silence in microseconds; without them nothing is sent.
The beat comes from a timer of the GUI thread, so a program that hangs falls silent.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

BEATS_WITHIN = 4
"""So many beats in the longest silence: one that is late or lost does not end the program."""


def beat_ms(environ: Mapping[str, str]) -> int | None:
    """Return the milliseconds from beat to beat, or None where nobody listens.

    >>> beat_ms({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "8000000"}), beat_ms({"WATCHDOG_USEC": "8000000"})
    (2000, None)
    """
    silence = environ.get("WATCHDOG_USEC", "")
    if not environ.get("NOTIFY_SOCKET") or not (silence.isascii() and silence.isdigit()) or int(silence) == 0:
        return None
    return max(1, int(silence) // 1000 // BEATS_WITHIN)


class Heartbeat(QObject):
    """Says READY once and then beats, from `start()` to `stop()`."""

    def __init__(self, environ: Mapping[str, str] = os.environ, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = environ.get("NOTIFY_SOCKET", "")
        self._timer = QTimer(self)
        self._timer.setObjectName("watchdog")
        self._timer.timeout.connect(lambda: self._say("WATCHDOG=1"))
        self._every_ms = beat_ms(environ)

    def start(self) -> None:
        """Say that the program is up, and beat from now on."""
        self._say("READY=1")
        if self._every_ms is not None:
            self._timer.start(self._every_ms)

    def stop(self) -> None:
        """Beat no more: the program ends."""
        self._timer.stop()

    def _say(self, word: str) -> None:
        if not self._place or not hasattr(socket, "AF_UNIX"):
            return
        # A keeper that is gone or busy is no reason to end: it has its own way of seeing that.
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)
            sender.sendto(word.encode(), self._place.replace("@", "\0", 1) if self._place[0] == "@" else self._place)
