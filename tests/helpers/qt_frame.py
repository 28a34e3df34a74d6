"""Show a part inside a plain window: as a separate window its layout would talk to the platform about sizes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def framed(qtbot: QtBot, part: QWidget, width: int, height: int) -> QWidget:
    """Show `part` at this size in a window that the test's end closes; return the window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    part.setParent(window)
    part.setGeometry(0, 0, width, height)
    part.show()
    window.show()
    part.frame_of_test = window  # qtbot keeps a weak reference only
    return window
