"""Each sign of the printer stays within its circle."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kiosk.screens.widgets.printer_icons import SIGNS

SIDE, UNITS = 400, 100


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_it_has_strokes_and_none_leaves_the_circle(name: str) -> None:
    picture = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.translate(SIDE / 2, SIDE / 2)
    painter.scale(SIDE / UNITS, SIDE / UNITS)
    painter.setPen(QPen(QColor("black"), 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    SIGNS[name](painter)
    painter.end()
    inked = [(x, y) for x in range(0, SIDE, 4) for y in range(0, SIDE, 4) if picture.pixelColor(x, y).lightness() < 128]
    assert len(inked) > 300
    assert max(math.hypot(x - SIDE / 2, y - SIDE / 2) for x, y in inked) * UNITS / SIDE < 44
