"""What the printer's own head draws: doubled pictures, QR codes and text in a built-in font."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from printer.render.blocks import Weight
from printer.render.canvas import to_bitmap
from printer.render.fonts import UNITS_AN_EM, outline_font

CELL_WIDTH, CELL_HEIGHT = 12, 24
_TYPE_DOTS = 19


def doubled(row: bytes) -> bytes:
    """Return a row with each dot twice as wide."""
    return b"".join(_wide_byte(byte) for byte in row)


@lru_cache(maxsize=256)
def _wide_byte(byte: int) -> bytes:
    value = 0
    for bit in range(7, -1, -1):
        value = value << 2 | (0b11 if byte >> bit & 1 else 0)
    return value.to_bytes(2)


def placed(row: bytes, dots: int, alignment: int) -> bytes:
    """Return a row of the paper's width with a picture's row at the left (0), in the middle (1) or at the right (2).

    What is wider than the paper is cut off at the right, as a head does it.
    """
    width = len(row) * 8
    if width >= dots:
        return row[: dots // 8]
    shift = {0: dots - width, 1: (dots - width) - (dots - width) // 2, 2: 0}[alignment]
    return (int.from_bytes(row) << shift).to_bytes(dots // 8)


def text_rows(text: str, across: int, down: int) -> list[bytes]:
    """Return a line of text in the built-in font, each cell `across` times as wide and `down` times as high."""
    width = len(text) * CELL_WIDTH
    padded = -(-width * across // 8) * 8
    image = QImage(max(8, padded), CELL_HEIGHT * down, QImage.Format.Format_Grayscale8)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outlines, scale = outline_font(Weight.REGULAR), _TYPE_DOTS / UNITS_AN_EM
    for at, glyph in enumerate(outlines.glyphIndexesForString(text)):
        place = QTransform(scale * across, 0, 0, scale * down, at * CELL_WIDTH * across, _TYPE_DOTS * down)
        painter.fillPath(place.map(outlines.pathForGlyph(glyph)), QColor(0, 0, 0))
    painter.end()
    return list(to_bitmap(image).rows())
