"""Cover the whole screen with one window, without pointer; mouse and keyboard cannot leave it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class FullScreen(QObject):
    """Keeps `window` full screen; refuses to close it until `release()`; hides the pointer where only fingers touch."""

    def __init__(self, window: QWidget, *, hide_pointer: bool) -> None:
        super().__init__(window)
        self._window = window
        self._released = False
        if hide_pointer:
            window.setCursor(Qt.CursorShape.BlankCursor)
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.installEventFilter(self)

    def cover(self, screen_number: int = 0) -> None:
        """Show the window over screen `screen_number` (0 is the first; a missing one means the first)."""
        screens = QGuiApplication.screens()
        screen = screens[screen_number] if screen_number < len(screens) else screens[0]
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    def release(self) -> None:
        """Let the window close from now on."""
        self._released = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what would close the window, Alt+F4 included."""
        if watched is self._window and event.type() == QEvent.Type.Close and not self._released:
            event.ignore()
            return True
        return False
