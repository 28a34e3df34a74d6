"""Let a window that was just shown be painted before its program goes on with its start."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

PATIENCE_MS = 1000
"""A window that lies under others, or on a screen that is off, is never painted: its program starts all the same."""


class FirstPaint(QObject):
    """Waits for the first paint of one window.

    Make it before the window is shown. Whatever the start does not need for what is shown first comes after `wait`.
    """

    def __init__(self, window: QWidget, *, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(window)
        self._window, self._patience_ms = window, patience_ms
        self._painted = False
        self._loop = QEventLoop(self)
        window.installEventFilter(self)

    def wait(self) -> bool:
        """Return once everything that is painted together was painted, True, or after the patience, False.

        Touches and keys that come meanwhile reach the window as ever.
        """
        if not self._painted:
            QTimer.singleShot(self._patience_ms, self._loop, self._loop.quit)
            self._loop.exec()
        self._window.removeEventFilter(self)
        self.deleteLater()
        return self._painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first paint; never takes an event."""
        # By its class: the first question for QEvent.Type makes PySide build an enumeration of 200 names.
        if not self._painted and watched is self._window and isinstance(event, QPaintEvent):
            self._painted = True
            QTimer.singleShot(0, self._loop, self._loop.quit)
        return False
