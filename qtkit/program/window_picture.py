"""Write the picture of a window that a script or a technician asks for, then end the program."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

log = logging.getLogger(__name__)

PATIENCE_MS = 20_000
"""A hall that starts beside a program answers within seconds; after this a picture without it is the truth."""


class WindowPicture:
    """One picture of `window` into `file`: `settle_ms` after `ready`, or without it, with a warning."""

    def __init__(self, app: QApplication, window: QWidget, file: Path, *, settle_ms: int) -> None:
        self._app, self._window, self._file, self._settle_ms = app, window, file, settle_ms
        self._patience = QTimer(window)
        self._patience.setObjectName("picture_patience")
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._without_the_hall)

    def take_after(self, ready: SignalInstance, *, patience_ms: int = PATIENCE_MS) -> None:
        """Take the picture once `ready` was emitted or nobody may be kept waiting any longer: a script must end."""
        ready.connect(lambda *_: self._soon())
        self._patience.start(patience_ms)

    def _soon(self) -> None:
        self._patience.stop()
        QTimer.singleShot(self._settle_ms, self._window, self._take)

    def _without_the_hall(self) -> None:
        log.warning("the hall has not answered for %g s: the picture shows that", self._patience.interval() / 1000)
        self._take()

    def _take(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        saved = self._window.grab().save(str(self._file))
        self._app.exit(0 if saved else 1)
