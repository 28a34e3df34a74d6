"""Draw blocks as bitmaps: Arabic and Latin text shaped by Qt, never dithered."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import segno
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTextLayout, QTextOption

from printer.bitmap import Bitmap
from printer.blocks import Columns, Emblem, Framed, Pair, QrCode, Rule, Text
from printer.fonts import ticket_font
from printer.profiles import PaperProfile

_BLACK = QColor(0, 0, 0)
_WHITE = QColor(255, 255, 255)
_CRISP = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
_COLUMN_GAP_DOTS = 24

Drawn = Text | Pair | Columns | Framed | Rule | Emblem | QrCode


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
        case Rule():
            return [_rule(block, paper)]
        case Emblem():
            return [_emblem(block, paper)]
        case QrCode():
            return [qr_picture(block.text, block.module_dots, paper.dots)]


def qr_picture(text: str, module: int, dots: int) -> Bitmap:
    """Return a QR code in the middle of a picture `dots` wide, as a printer draws its native one."""
    matrix = segno.make_qr(text, error="m", boost_error=False).matrix
    size = len(matrix)
    left = (dots - size * module) // 2
    rows = []
    for cells in matrix:
        value = 0
        for cell in cells:
            value = (value << module) | (((1 << module) - 1) if cell else 0)
        row = (value << (dots - left - size * module)).to_bytes(dots // 8)
        rows.append(row * module)
    return Bitmap(dots, b"".join(rows))


@dataclass(slots=True)
class _Shaped:
    """A paragraph broken into lines at a size at which it fits."""

    layout: QTextLayout
    height: float
    natural_width: float


def _shape(block: Text, width: float) -> _Shaped:
    """Break a paragraph: at its own size, else smaller, else at the smallest over as many lines as it takes."""
    size = block.size_dots
    while True:
        shaped, fits = _shape_at(block, size, width, anywhere=False)
        if fits:
            return shaped
        if size <= block.min_size_dots:
            return _shape_at(block, size, width, anywhere=True)[0]
        size = max(block.min_size_dots, size - max(2, size // 12))


def _shape_at(block: Text, size: int, width: float, *, anywhere: bool) -> tuple[_Shaped, bool]:
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if block.rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if anywhere else QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(block.text, ticket_font(block.weight, size))
    layout.setTextOption(option)
    layout.beginLayout()
    height, widest, lines = 0.0, 0.0, 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += math.ceil(size * 1.32)
        widest = max(widest, line.naturalTextWidth())
        lines += 1
    layout.endLayout()
    return _Shaped(layout, height, widest), lines <= block.max_lines and widest <= width


def _canvas(width: int, height: float) -> QImage:
    image = QImage(width, math.ceil(height), QImage.Format.Format_Grayscale8)
    image.fill(_WHITE)
    return image


def _brush(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(_BLACK)
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


def _text(block: Text, paper: PaperProfile) -> Bitmap:
    """Draw a paragraph with room above and below for what rises out of its line, cut to the line box where blank."""
    if block.coarse:
        half = replace(
            block, size_dots=block.size_dots // 2, min_size_dots=max(12, block.min_size_dots // 2), coarse=False
        )
        small = _text(half, replace(paper, dots=paper.dots // 2, side_dots=paper.side_dots // 2))
        return replace(small, scale=2)
    shaped = _shape(block, paper.usable_dots)
    room = block.size_dots // 2
    image = _canvas(paper.dots, shaped.height + 2 * room)
    painter = _brush(image)
    shaped.layout.draw(painter, QPointF(paper.side_dots, room))
    painter.end()
    return _trimmed(to_bitmap(image), room, tight=block.tight)


def _trimmed(picture: Bitmap, room: int, *, tight: bool) -> Bitmap:
    ink = picture.ink()
    if ink is None:
        return picture.sliced(0, 0)
    _, top, _, bottom = ink
    if tight:
        return picture.sliced(top, bottom)
    return picture.sliced(min(top, room), max(bottom, picture.height - room))


def _pair(block: Pair, paper: PaperProfile) -> list[Bitmap]:
    right = _shape_at(block.right, block.right.size_dots, 10_000, anywhere=False)[0].natural_width
    left = _shape_at(block.left, block.left.size_dots, 10_000, anywhere=False)[0].natural_width
    if right + left + _COLUMN_GAP_DOTS > paper.usable_dots:
        return [_text(block.right, paper), _text(block.left, paper)]
    room = block.right.size_dots // 2
    image = _canvas(paper.dots, block.right.size_dots * 1.32 + 2 * room)
    painter = _brush(image)
    edge = paper.dots - paper.side_dots
    baseline = room + block.right.size_dots
    _at_baseline(painter, block.right, edge - math.ceil(right), right, baseline)
    _at_baseline(painter, block.left, paper.side_dots, left, baseline)
    painter.end()
    return [_trimmed(to_bitmap(image), room, tight=False)]


def _at_baseline(painter: QPainter, block: Text, left: float, width: float, baseline: float) -> None:
    shaped = _shape_at(block, block.size_dots, math.ceil(width) + 1, anywhere=False)[0]
    shaped.layout.draw(painter, QPointF(left, baseline - shaped.layout.lineAt(0).ascent()))


def _columns(block: Columns, paper: PaperProfile) -> Bitmap:
    width = (paper.usable_dots - _COLUMN_GAP_DOTS) / 2
    cells = [(text, _shape(text, width)) for text in (*block.right, *block.left)]
    right, left = cells[: len(block.right)], cells[len(block.right) :]
    height = max(sum(shaped.height for _, shaped in column) for column in (right, left))
    room = max(text.size_dots for text, _ in cells) // 2
    image = _canvas(paper.dots, height + 2 * room)
    painter = _brush(image)
    for column, x in ((right, paper.dots - paper.side_dots - width), (left, float(paper.side_dots))):
        y = float(room)
        for _, shaped in column:
            shaped.layout.draw(painter, QPointF(x, y))
            y += shaped.height
    painter.fillRect(QRectF(paper.dots // 2 - 1, room + 6, 2, height - 12), _BLACK)
    painter.end()
    return _trimmed(to_bitmap(image), room, tight=False)


def _framed(block: Framed, paper: PaperProfile) -> Bitmap:
    shaped = _shape(block.text, paper.usable_dots - 48)
    image = _canvas(paper.dots, shaped.height + 16)
    painter = _brush(image)
    width = shaped.natural_width + 44
    painter.setPen(QPen(_BLACK, 3))
    frame = QRectF((paper.dots - width) / 2, 2, width, image.height() - 4)
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    shaped.layout.draw(painter, QPointF(paper.side_dots + 24, 7))
    painter.end()
    return to_bitmap(image)


def _rule(block: Rule, paper: PaperProfile) -> Bitmap:
    image = _canvas(paper.dots, block.thickness_dots)
    painter = QPainter(image)
    length = paper.usable_dots * block.width_share
    left = (paper.dots - length) / 2
    if block.dotted:
        count = int(length // 12)
        start = (paper.dots - (count * 12 - 8)) / 2
        for at in range(count):
            painter.fillRect(QRectF(start + at * 12, 0, 4, block.thickness_dots), _BLACK)
    else:
        painter.fillRect(QRectF(left, 0, length, block.thickness_dots), _BLACK)
    painter.end()
    return to_bitmap(image)


def _emblem(block: Emblem, paper: PaperProfile) -> Bitmap:
    size = block.size_dots
    image = _canvas(paper.dots, size)
    painter = _brush(image)
    centre = QPointF(paper.dots / 2, size / 2)
    _star(painter, centre, size / 2 - 1, fill=True)
    painter.setPen(QPen(_WHITE, max(2.0, size / 26)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, size * 0.27, size * 0.27)
    painter.setPen(QPen(_WHITE, max(3.0, size / 16), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QLineF(centre, centre - QPointF(0, size * 0.17)))
    painter.drawLine(QLineF(centre, centre + QPointF(size * 0.12, size * 0.07)))
    painter.end()
    return to_bitmap(image)


def _star(painter: QPainter, centre: QPointF, radius: float, *, fill: bool) -> None:
    """Draw the eight-pointed star that two crossed squares make."""
    inner = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    points = [
        centre
        + QPointF(math.sin(step * math.pi / 8), -math.cos(step * math.pi / 8)) * (radius if step % 2 == 0 else inner)
        for step in range(16)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_BLACK if fill else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(points))
