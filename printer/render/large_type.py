"""Draw large type from the outlines of the face, each glyph once.

WORKAROUND: from 64 dots on Qt draws outlines scaled from the size that its font engine used last, so the same number
came out with other edge dots after another text. Outlines in the face's own units are always the same. Filling one
takes most of a millisecond, and the numbers of a hall are made of some twenty glyphs: they are kept.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTransform

from printer.render.bitmap import Bitmap
from printer.render.blocks import Weight
from printer.render.canvas import BLACK, brush, canvas, to_bitmap
from printer.render.fonts import UNITS_AN_EM, outline_font

OUTLINES_FROM_DOTS = 64


def draws(text: str, size: int, weight: Weight) -> bool:
    """Return whether this text is large, and the face has all its letters."""
    if size < OUTLINES_FROM_DOTS:
        return False
    outlines = outline_font(weight)
    return all(outlines.supportsCharacter(ord(letter)) for letter in text)


def dots(layout: QTextLayout, size: int, weight: Weight, at: QPointF, paper: tuple[int, int]) -> Bitmap | None:
    """Return a laid out paragraph on paper of this width and height, each glyph at a whole dot. Any thread.

    None when a glyph would leave the paper. Glyphs are kept as dots, each as one number with a paper's rows: laying one
    over the others is a shift and an OR.
    """
    width, height = paper
    black = 0
    for run in layout.glyphRuns():
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            drawn = _glyph(weight, size, glyph, width)
            left = round((at + position).x()) + drawn.left
            top = round((at + position).y()) + drawn.top
            if left < 0 or top < 0 or left + drawn.width > width or top + drawn.height > height:
                return None
            below = (height - top - drawn.height) * width - left
            black |= drawn.black << below if below >= 0 else drawn.black >> -below
    return Bitmap(width, black.to_bytes(width // 8 * height))


class _Glyph(NamedTuple):
    """A glyph's dots in rows as wide as the paper, at their left edge; its box from its origin on the baseline."""

    black: int
    left: int
    top: int
    width: int
    height: int


@lru_cache(maxsize=256)
def _glyph(weight: Weight, size: int, glyph: int, paper_width: int) -> _Glyph:
    scale = size / UNITS_AN_EM
    path = QTransform.fromScale(scale, scale).map(outline_font(weight).pathForGlyph(glyph))
    box: QRectF = path.boundingRect()
    left, top = math.floor(box.left()) - 1, math.floor(box.top()) - 1
    width, height = max(1, math.ceil(box.width()) + 3), max(1, math.ceil(box.height()) + 3)
    image = canvas(-(-width // 8) * 8, height)
    painter = brush(image)
    painter.fillPath(path.translated(QPointF(-left, -top)), BLACK)
    painter.end()
    picture = to_bitmap(image)
    rows = [int.from_bytes(row) for row in picture.rows()]
    to_left = paper_width - picture.width
    wide = (row << to_left if to_left >= 0 else row >> -to_left for row in rows)
    return _Glyph(_joined(wide, paper_width), left, top, width, height)


def _joined(rows: Iterable[int], width: int) -> int:
    return int.from_bytes(b"".join(row.to_bytes(width // 8) for row in rows))
