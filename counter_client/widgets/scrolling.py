"""Scrolled areas without frame, background or focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea


def plain_scrolling(area: QAbstractScrollArea) -> None:
    """Make `area` part of the panel it lies on; its keys stay the window's, wherever the focus is."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inside = area.widget() if isinstance(area, QScrollArea) else None
    if inside is not None:
        # QScrollArea fills what it scrolls unless told otherwise after `setWidget`.
        inside.setAutoFillBackground(False)
