"""Draw blocks as bitmaps: Arabic and Latin text shaped by Qt, never dithered."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from printer.profiles import PaperProfile
from printer.render import large_type
from printer.render.bitmap import Bitmap
from printer.render.blocks import Columns, Drawn, Emblem, Framed, Gap, Logo, Pair, QrCode, Rule, Text
from printer.render.canvas import BLACK, brush, canvas, to_bitmap
from printer.render.paragraph import Shaped, fitted, natural_width, on_one_line
from printer.render.shapes import shape

_COLUMN_GAP_DOTS = 24


def draw(block: Drawn, paper: PaperProfile) -> list[Bitmap]:
    """Return the block as pictures of the paper's width, from top to bottom. Any thread."""
    match block:
        case Text():
            return [_text(block, paper)]
        case Pair():
            return _pair(block, paper)
        case Columns():
            return [_columns(block, paper)]
        case Framed():
            return [_framed(block, paper)]
        case Rule() | Emblem() | Logo() | QrCode():
            return [shape(block, paper)]


def stacked(parts: tuple[Drawn | Gap, ...], paper: PaperProfile) -> Bitmap:
    """Return the parts under each other as one picture of the paper's width, at full resolution."""
    rows: list[bytes] = []
    for part in parts:
        if isinstance(part, Gap):
            rows.append(bytes(paper.dots // 8 * part.height_dots))
        else:
            fine = replace(part, coarse=None) if isinstance(part, Logo) else part
            rows += [picture.data for picture in draw(fine, paper)]
    return Bitmap(paper.dots, b"".join(rows))


def _text(block: Text, paper: PaperProfile) -> Bitmap:
    """Draw a paragraph with room above and below for what rises out of its line, cut to the line box where blank."""
    if block.coarse:
        half = replace(
            block, size_dots=block.size_dots // 2, min_size_dots=max(12, block.min_size_dots // 2), coarse=False
        )
        small = _text(half, replace(paper, dots=paper.dots // 2, side_dots=paper.side_dots // 2))
        return replace(small, scale=2)
    shaped = fitted(block, paper.usable_dots)
    room = block.size_dots // 2
    return _trimmed(_drawn(block, shaped, paper, room), room, tight=block.tight)


def _drawn(block: Text, shaped: Shaped, paper: PaperProfile, room: int) -> Bitmap:
    height, at = math.ceil(shaped.height + 2 * room), QPointF(paper.side_dots, room)
    if large_type.draws(block.text, shaped.size, block.weight):
        large = large_type.dots(shaped.layout, shaped.size, block.weight, at, (paper.dots, height))
        if large is not None:
            return large
    image = canvas(paper.dots, height)
    painter = brush(image)
    shaped.layout.draw(painter, at)
    painter.end()
    return to_bitmap(image)


def _trimmed(picture: Bitmap, room: int, *, tight: bool) -> Bitmap:
    ink = picture.ink()
    if ink is None:
        return picture.sliced(0, 0)
    _, top, _, bottom = ink
    if tight:
        return picture.sliced(top, bottom)
    return picture.sliced(min(top, room), max(bottom, picture.height - room))


def _pair(block: Pair, paper: PaperProfile) -> list[Bitmap]:
    right, left = natural_width(block.right), natural_width(block.left)
    if right + left + _COLUMN_GAP_DOTS > paper.usable_dots:
        return [_text(block.right, paper), _text(block.left, paper)]
    room = block.right.size_dots // 2
    image = canvas(paper.dots, block.right.size_dots * 1.32 + 2 * room)
    painter = brush(image)
    edge, half = paper.dots - paper.side_dots, paper.usable_dots / 2
    baseline = room + block.right.size_dots
    # Each stands in the middle of its half, under the columns above; one that is wider begins at its edge.
    _at_baseline(painter, block.right, edge - max(math.ceil(right), (half + right) / 2), right, baseline)
    _at_baseline(painter, block.left, paper.side_dots + max(0.0, (half - left) / 2), left, baseline)
    painter.end()
    return [_trimmed(to_bitmap(image), room, tight=False)]


def _at_baseline(painter: QPainter, block: Text, left: float, width: float, baseline: float) -> None:
    shaped = on_one_line(block, math.ceil(width) + 1)
    shaped.layout.draw(painter, QPointF(left, baseline - shaped.layout.lineAt(0).ascent()))


def _columns(block: Columns, paper: PaperProfile) -> Bitmap:
    """Draw both columns on common lines, so that what stands beside each other is level.

    Rows of columns that follow each other make one line between them: it goes from edge to edge of the line boxes.
    """
    width = (paper.usable_dots - _COLUMN_GAP_DOTS) / 2
    right = [fitted(text, width) for text in block.right]
    left = [fitted(text, width) for text in block.left]
    lines = [max(pair, key=lambda shaped: shaped.height).height for pair in zip(right, left, strict=True)]
    room = max(text.size_dots for text in (*block.right, *block.left)) // 2
    image = canvas(paper.dots, sum(lines) + 2 * room)
    painter = brush(image)
    for column, x in ((right, paper.dots - paper.side_dots - width), (left, float(paper.side_dots))):
        y = float(room)
        for shaped, height in zip(column, lines, strict=True):
            shaped.layout.draw(painter, QPointF(x, y + (height - shaped.height) / 2))
            y += height
    if block.line is not None:
        above, below = block.line
        painter.fillRect(QRectF(paper.dots // 2 - 1, room + above, 2, sum(lines) - above - below), BLACK)
    painter.end()
    return _trimmed(to_bitmap(image), room, tight=False)


def _framed(block: Framed, paper: PaperProfile) -> Bitmap:
    shaped = fitted(block.text, paper.usable_dots - 48)
    image = canvas(paper.dots, shaped.height + 10)
    painter = brush(image)
    width = shaped.widest + 44
    painter.setPen(QPen(BLACK, 3))
    frame = QRectF((paper.dots - width) / 2, 2, width, image.height() - 4)
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    shaped.layout.draw(painter, QPointF(paper.side_dots + 24, 4))
    painter.end()
    return to_bitmap(image)
