"""Draw what is not text: rules, the product's mark and QR codes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from common.brand.mark import mark_svg
from common.qr import qr_rows
from printer.profiles import PaperProfile
from printer.render.bitmap import Bitmap
from printer.render.blocks import Emblem, Logo, QrCode, Rule
from printer.render.canvas import BLACK, brush, canvas, to_bitmap


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
    """Draw the product's own mark in the middle of the paper."""
    size = block.size_dots
    image = canvas(paper.dots, size)
    painter = brush(image)
    renderer = QSvgRenderer(QByteArray(mark_svg(ticket="#000000", turn="#ffffff", behind="#ffffff")))
    width = size * renderer.viewBoxF().width() / renderer.viewBoxF().height()
    renderer.render(painter, QRectF((paper.dots - width) / 2, 0, width, size))
    painter.end()
    return to_bitmap(image)
