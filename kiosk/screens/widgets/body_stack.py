"""A stack of screens that asks for the room of the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Bodies(QStackedWidget):
    """Asks for the room of the screen that is shown: Qt's own would squeeze it to keep room for the tallest."""

    def sizeHint(self) -> QSize:
        """Return what the shown screen wants."""
        shown = self.currentWidget()
        return super().sizeHint() if shown is None else shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the shown screen needs."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()
