"""Signs of what can be wrong with a printer and its paper, drawn with a few strokes within 60 by 60 units."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter


def paper(painter: QPainter) -> None:
    """Draw a printer with a sheet in it."""
    _body(painter)
    painter.drawPolyline([QPointF(-14, -8), QPointF(-14, -26), QPointF(14, -26), QPointF(14, -8)])
    painter.drawLine(QPointF(-14, 8), QPointF(14, 8))
    painter.drawLine(QPointF(-6, -17), QPointF(6, -17))


def cover(painter: QPainter) -> None:
    """Draw a printer whose lid stands open."""
    _body(painter)
    painter.drawLine(QPointF(22, -8), QPointF(2, -29))
    painter.drawLine(QPointF(-14, 8), QPointF(14, 8))


def jam(painter: QPainter) -> None:
    """Draw a printer with paper in folds before its slot."""
    painter.drawRoundedRect(QRectF(-24, -26, 48, 22), 4, 4)
    folds = [QPointF(-10, -4), QPointF(-10, 5), QPointF(11, 9), QPointF(-11, 15), QPointF(10, 20), QPointF(-4, 26)]
    painter.drawPolyline(folds)


def slot(painter: QPainter) -> None:
    """Draw a ticket in the slot, and which way it is taken."""
    painter.drawLine(QPointF(-26, -16), QPointF(26, -16))
    painter.drawPolyline([QPointF(-14, -16), QPointF(-14, 8), QPointF(14, 8), QPointF(14, -16)])
    painter.drawLine(QPointF(-6, -4), QPointF(6, -4))
    painter.drawLine(QPointF(0, 16), QPointF(0, 29))
    painter.drawPolyline([QPointF(-6, 23), QPointF(0, 29), QPointF(6, 23)])


def roll(painter: QPainter) -> None:
    """Draw a roll between two marks that it does not reach."""
    painter.drawRoundedRect(QRectF(-15, -24, 30, 32), 6, 6)
    painter.drawLine(QPointF(-4, -24), QPointF(-4, 8))
    for side in (-1, 1):
        painter.drawLine(QPointF(side * 27, 14), QPointF(side * 27, 28))
        painter.drawPolyline([QPointF(side * 20, 16), QPointF(side * 26, 21), QPointF(side * 20, 26)])
    painter.drawLine(QPointF(-26, 21), QPointF(26, 21))


def _body(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(-24, -8, 48, 26), 4, 4)


SIGNS = {"paper": paper, "cover": cover, "jam": jam, "slot": slot, "roll": roll}
