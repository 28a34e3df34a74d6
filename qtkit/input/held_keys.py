"""Swallow what a held key repeats, so that a key under a folder or a heavy hand does one thing only.

Qt marks most repeats as such. Under X11 it does not mark all: there a held key sends a release and a press with the
same server time, and Qt recognises the pair only when both have arrived already. A person cannot let go and press the
same key again within `RELEASED_MS`, so a press that follows its release sooner is a repeat too.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

RELEASED_MS = 3
"""A key must be up for this long before it counts as pressed again; between repeats of an X server it is 0 or 1."""

MAY_BE_HELD = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
})  # fmt: skip
"""Keys that walk or erase: to hold them is how they are meant."""


class HeldKeys(QObject):
    """An event filter of the whole program; in a field that one writes in, only Enter and Escape are watched."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._released_ms: dict[int, int] = {}
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return True for a press that is a repeat: nobody else sees it."""
        if not isinstance(event, QKeyEvent) or not watched.isWidgetType():
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._released_ms[event.key()] = event.timestamp()
            return False
        return event.type() == QEvent.Type.KeyPress and self._is_watched(watched, event.key()) and self._repeats(event)

    def _is_watched(self, watched: QObject, key: int) -> bool:
        if isinstance(watched, QLineEdit | QPlainTextEdit):
            return key in {Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_Escape}
        return key not in MAY_BE_HELD

    def _repeats(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        released_ms = self._released_ms.get(event.key())
        # A time of 0 is no time: events that a program makes have none.
        return bool(event.timestamp()) and released_ms is not None and event.timestamp() - released_ms < RELEASED_MS
