"""Drawn signs of people and places, in one colour: who goes first, whose section it is, a calendar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

_PEN = 8.0


def draw_sign(painter: QPainter, name: str, box: QRect, colour: QColor) -> None:
    """Draw the sign `name` (one of SIGNS) as large as fits into `box`; it is read the same way in both directions."""
    side = min(box.width(), box.height())
    painter.save()
    painter.translate(QPointF(box.center()) - QPointF(side / 2, side / 2))
    painter.scale(side / 100, side / 100)
    pen = QPen(colour, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[name](painter, colour)
    painter.restore()


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _head(painter: QPainter, colour: QColor, x: float, y: float, radius: float = 10) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def _filled(painter: QPainter, colour: QColor, path: QPainterPath) -> None:
    painter.save()
    painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour)
    painter.drawPath(path)
    painter.restore()


def _older(painter: QPainter, colour: QColor) -> None:
    _head(painter, colour, 52, 15)
    _line(painter, (44, 32), (38, 60), (46, 92))
    _line(painter, (38, 60), (26, 92))
    _line(painter, (43, 36), (54, 54), (68, 54))
    _line(painter, (68, 54), (72, 92))


def _wheelchair(painter: QPainter, colour: QColor) -> None:
    _head(painter, colour, 40, 13)
    _line(painter, (40, 30), (42, 58), (66, 58), (76, 86), (86, 82))
    _line(painter, (41, 42), (62, 42))
    painter.drawArc(QRectF(18, 44, 48, 48), 105 * 16, 235 * 16)


def _pregnant(painter: QPainter, colour: QColor) -> None:
    _head(painter, colour, 48, 13)
    body = QPainterPath(QPointF(42, 30))
    body.lineTo(54, 30)
    body.cubicTo(58, 44, 76, 50, 70, 64)
    body.lineTo(62, 94)
    body.lineTo(34, 94)
    body.cubicTo(34, 70, 36, 50, 42, 30)
    _filled(painter, colour, body)


def _infant(painter: QPainter, colour: QColor) -> None:
    _head(painter, colour, 38, 13)
    _line(painter, (38, 32), (38, 60), (30, 94))
    _line(painter, (38, 60), (48, 94))
    _line(painter, (38, 36), (50, 58), (76, 52))
    _head(painter, colour, 74, 32, 8)
    _line(painter, (70, 46), (56, 46))


def _women(painter: QPainter, colour: QColor) -> None:
    _head(painter, colour, 50, 16, 12)
    dress = QPainterPath(QPointF(42, 34))
    dress.lineTo(58, 34)
    dress.cubicTo(64, 54, 74, 74, 80, 94)
    dress.lineTo(20, 94)
    dress.cubicTo(26, 74, 36, 54, 42, 34)
    _filled(painter, colour, dress)


def _premium(painter: QPainter, _colour: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ((26, 22), (74, 22), (92, 44), (50, 88), (8, 44))]))
    _line(painter, (8, 44), (92, 44))
    _line(painter, (34, 44), (50, 84), (66, 44))


def _general(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(16, 14, 44, 72), 6, 6)
    _line(painter, (46, 50), (88, 50))
    _line(painter, (74, 36), (88, 50), (74, 64))


def _calendar(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(14, 20, 72, 68), 10, 10)
    _line(painter, (14, 42), (86, 42))
    _line(painter, (34, 12), (34, 28))
    _line(painter, (66, 12), (66, 28))
    _line(painter, (34, 64), (46, 76), (68, 54))


_SIGNS: dict[str, Callable[[QPainter, QColor], None]] = {
    "older": _older,
    "wheelchair": _wheelchair,
    "pregnant": _pregnant,
    "infant": _infant,
    "women": _women,
    "premium": _premium,
    "general": _general,
    "calendar": _calendar,
}
SIGNS = tuple(_SIGNS)
PRIORITY_SIGNS = ("older", "wheelchair", "pregnant", "infant")
"""For whom priority service is, in the order of the words beside them."""
