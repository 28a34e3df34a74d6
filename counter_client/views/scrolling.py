"""Scrolled areas without frame, ground or focus of their own, with a thin bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea

from qtkit.theme import DAY

BAR = f"""
QAbstractScrollArea {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {DAY.line}; border-radius: 4px; min-height: 40px; margin: 0 1px; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
"""


def plain_scrolling(area: QAbstractScrollArea) -> None:
    """Make `area` part of the panel it lies on; its keys stay the window's, wherever the focus is."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setStyleSheet(BAR)
    area.viewport().setAutoFillBackground(False)
    inside = area.widget() if isinstance(area, QScrollArea) else None
    if inside is not None:
        # QScrollArea fills what it scrolls unless told otherwise after `setWidget`.
        inside.setAutoFillBackground(False)
