"""Draw large type from the outlines of the face, each glyph once.

WORKAROUND: from 64 dots on Qt draws outlines scaled from the size that its font engine used last, so the same number
came out with other edge dots after another text. Outlines in the face's own units are always the same. Filling one
takes most of a millisecond, and the numbers of a hall are made of some twenty glyphs: they are kept.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTextLayout, QTransform

from printer.blocks import Weight
from printer.canvas import BLACK, brush, canvas
from printer.fonts import UNITS_AN_EM, outline_font

OUTLINES_FROM_DOTS = 64


def draws(text: str, size: int, weight: Weight) -> bool:
    """Say whether this text is large, and the face has all its letters."""
    if size < OUTLINES_FROM_DOTS:
        return False
    outlines = outline_font(weight)
    return all(outlines.supportsCharacter(ord(letter)) for letter in text)


def paint(painter: QPainter, layout: QTextLayout, size: int, weight: Weight, at: QPointF) -> None:
    """Draw a laid out paragraph, each glyph at a whole dot. Any thread."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)  # where boxes of two glyphs overlap
    for run in layout.glyphRuns():
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            picture, offset = _glyph(weight, size, glyph)
            place = at + position
            painter.drawImage(QPoint(round(place.x()), round(place.y())) + offset, picture)
    painter.restore()


@lru_cache(maxsize=128)
def _glyph(weight: Weight, size: int, glyph: int) -> tuple[QImage, QPoint]:
    """Return a glyph in grey on white, and where its corner lies from its origin on the baseline."""
    scale = size / UNITS_AN_EM
    path = QTransform.fromScale(scale, scale).map(outline_font(weight).pathForGlyph(glyph))
    box: QRectF = path.boundingRect()
    corner = QPoint(math.floor(box.left()) - 1, math.floor(box.top()) - 1)
    image = canvas(max(1, math.ceil(box.width()) + 3), max(1, math.ceil(box.height()) + 3))
    painter = brush(image)
    painter.fillPath(path.translated(QPointF(-corner)), BLACK)
    painter.end()
    return image, corner
