"""Draw what is not text: rules, the hall's sign and QR codes."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from common.qr import qr_rows
from printer.bitmap import Bitmap
from printer.blocks import Emblem, Logo, QrCode, Rule
from printer.canvas import BLACK, WHITE, brush, canvas, to_bitmap
from printer.profiles import PaperProfile


def shape(block: Rule | Emblem | Logo | QrCode, paper: PaperProfile) -> Bitmap:
    """Return what is not text as a picture of the paper's width."""
    match block:
        case Rule():
            return rule(block, paper)
        case Emblem():
            return emblem(block, paper)
        case Logo():
            return block.coarse or block.picture
        case QrCode() if block.coarse:
            return replace(qr_picture(block.text, block.module_dots // 2, paper.dots // 2), scale=2)
        case QrCode():
            return qr_picture(block.text, block.module_dots, paper.dots)


def qr_picture(text: str, module: int, dots: int) -> Bitmap:
    """Return a QR code in the middle of a picture `dots` wide, as a printer draws its native one."""
    matrix = qr_rows(text)
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


def rule(block: Rule, paper: PaperProfile) -> Bitmap:
    """Draw a line in the middle of the paper."""
    image = canvas(paper.dots, block.thickness_dots)
    painter = QPainter(image)
    length = paper.usable_dots * block.width_share
    left = (paper.dots - length) / 2
    if block.dotted:
        count = int(length // 12)
        start = (paper.dots - (count * 12 - 8)) / 2
        for at in range(count):
            painter.fillRect(QRectF(start + at * 12, 0, 4, block.thickness_dots), BLACK)
    else:
        painter.fillRect(QRectF(left, 0, length, block.thickness_dots), BLACK)
    painter.end()
    return to_bitmap(image)


def emblem(block: Emblem, paper: PaperProfile) -> Bitmap:
    """Draw the hall's sign: an eight-pointed star that holds a clock."""
    size = block.size_dots
    image = canvas(paper.dots, size)
    painter = brush(image)
    centre = QPointF(paper.dots / 2, size / 2)
    _star(painter, centre, size / 2 - 1)
    painter.setPen(QPen(WHITE, max(2.0, size / 26)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, size * 0.27, size * 0.27)
    painter.setPen(QPen(WHITE, max(3.0, size / 16), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QLineF(centre, centre - QPointF(0, size * 0.17)))
    painter.drawLine(QLineF(centre, centre + QPointF(size * 0.12, size * 0.07)))
    painter.end()
    return to_bitmap(image)


def _star(painter: QPainter, centre: QPointF, radius: float) -> None:
    """Fill the eight-pointed star that two crossed squares make."""
    inner = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    points = [
        centre
        + QPointF(math.sin(step * math.pi / 8), -math.cos(step * math.pi / 8)) * (radius if step % 2 == 0 else inner)
        for step in range(16)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(BLACK)
    painter.drawPolygon(QPolygonF(points))
