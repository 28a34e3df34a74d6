"""How high a screen must be for all of its texts, and where its parts lie."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QStackedWidget, QWidget


def height_needed(screen: QWidget, width: int) -> int:
    """Return the height that `screen` needs in `width` px with all its lines whole."""
    if isinstance(screen, QStackedWidget):
        shown = screen.currentWidget()
        return 0 if shown is None else height_needed(shown, width)
    layout = screen.layout()
    if layout is None:
        return 0
    return layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else layout.minimumSize().height()


def leaves(screen: QWidget) -> list[tuple[int, int]]:
    """Return top and bottom of every visible part that contains no other part, px from the screen's top."""
    found = []
    for part in screen.findChildren(QWidget):
        if part.isVisibleTo(screen) and not part.findChildren(QWidget):
            top = part.mapTo(screen, QPoint(0, 0)).y()
            found.append((top, top + part.height()))
    return found
