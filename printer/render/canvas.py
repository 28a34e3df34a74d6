"""A grey picture to draw on, and its way to dots."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from printer.render.bitmap import Bitmap

BLACK = QColor(0, 0, 0)
WHITE = QColor(255, 255, 255)
_CRISP = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither


def canvas(width: int, height: float) -> QImage:
    """Return white paper, in dots."""
    image = QImage(width, math.ceil(height), QImage.Format.Format_Grayscale8)
    image.fill(WHITE)
    return image


def brush(image: QImage) -> QPainter:
    """Return a painter with a black pen; `end()` it before the picture is used."""
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(BLACK)
    return painter


def to_bitmap(image: QImage) -> Bitmap:
    """Return a grey picture as dots, darker than half being black."""
    mono = image.convertToFormat(QImage.Format.Format_Mono, _CRISP)
    stride, line = image.width() // 8, mono.bytesPerLine()
    raw = bytes(mono.constBits())
    packed = b"".join(raw[at : at + stride] for at in range(0, line * mono.height(), line))
    if QColor(mono.color(1)).lightness() > 127:
        packed = bytes(byte ^ 0xFF for byte in packed)
    return Bitmap(image.width(), packed)
