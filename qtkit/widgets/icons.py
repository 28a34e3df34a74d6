"""Drawn signs of people, services and places, in one colour: who goes first, what a service is about, whose section.

All are drawn on one grid of 100 by 100 with a margin of 8, lines are 7 wide with round ends, and people are a round
head over a body of lines: the style of ISO 7001. None has a left or a right that would have to follow the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from qtkit.widgets import device_icons

FILE = Path(__file__).resolve().parent.parent.parent / "assets" / "design" / "signs.svg"
"""The signs of services and the arrows, which the web pages show too."""
_FILED = {
    name: f'<svg xmlns="http://www.w3.org/2000/svg" {drawn}</svg>'
    for name, drawn in re.findall(r'<symbol id="(\w+)" (.*?)</symbol>', FILE.read_text(encoding="utf-8"))
}
_PEN = 7.0
_HEAD = 9.0


def draw_sign(painter: QPainter, name: str, box: QRect, colour: QColor) -> None:
    """Draw the sign `name` (one of SIGNS) as large as fits into `box`; it is read the same way in both directions."""
    side = min(box.width(), box.height())
    painter.save()
    painter.translate(QPointF(box.center()) - QPointF(side / 2, side / 2))
    painter.scale(side / 100, side / 100)
    pen = QPen(colour, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if name in _FILED:
        drawn = _FILED[name].replace("currentColor", colour.name())
        QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, 100, 100))
    else:
        _PAINTED[name](painter, colour)
    painter.restore()


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _shape(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _head(painter: QPainter, colour: QColor, x: float, y: float, radius: float = _HEAD) -> None:
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
    """A bent back, one arm forward on a cane that stands on the ground."""
    _head(painter, colour, 57, 18)
    _torso(painter, colour, (47, 38), (37, 58))
    _line(painter, (38, 60), (46, 75), (45, 91))
    _line(painter, (36, 60), (32, 76), (22, 91))
    _line(painter, (49, 37), (58, 52), (72, 55))
    cane = QPainterPath(QPointF(66, 55))
    cane.cubicTo(QPointF(66, 46), QPointF(79, 46), QPointF(79, 56))
    cane.lineTo(79, 91)
    painter.drawPath(cane)


def _wheelchair(painter: QPainter, colour: QColor) -> None:
    _head(painter, colour, 41, 15)
    _line(painter, (42, 31), (44, 58), (64, 58), (74, 84), (84, 80))
    _line(painter, (43, 43), (62, 43))
    painter.drawArc(QRectF(19, 45, 46, 46), 108 * 16, 232 * 16)


def _pregnant(painter: QPainter, colour: QColor) -> None:
    """A woman from the side: a straight back, a round belly, a dress to the knee, two legs."""
    _head(painter, colour, 46, 17)
    body = QPainterPath(QPointF(40, 32))
    body.cubicTo(44, 29, 50, 29, 53, 33)
    body.cubicTo(54, 38, 52, 40, 55, 41)
    body.cubicTo(68, 44, 70, 60, 58, 65)
    body.lineTo(62, 76)
    body.lineTo(34, 76)
    body.cubicTo(38, 62, 37, 46, 40, 32)
    _filled(painter, colour, body)
    _line(painter, (42, 78), (42, 90))
    _line(painter, (54, 78), (54, 90))


def _infant(painter: QPainter, colour: QColor) -> None:
    """A grown person who carries an infant on the arm, upright against the breast."""
    _head(painter, colour, 36, 17)
    _torso(painter, colour, (36, 39), (36, 60))
    _line(painter, (33, 62), (33, 90))
    _line(painter, (41, 62), (41, 90))
    _head(painter, colour, 60, 29, 7)
    _torso(painter, colour, (58, 43), (57, 47))
    _line(painter, (38, 38), (46, 60), (69, 60))
    _line(painter, (60, 48), (70, 52))


def _torso(painter: QPainter, colour: QColor, *points: tuple[float, float]) -> None:
    """Draw the trunk of a person: twice as wide as a limb."""
    painter.save()
    painter.setPen(QPen(colour, 2 * _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    _line(painter, *points)
    painter.restore()


def _women(painter: QPainter, colour: QColor) -> None:
    _head(painter, colour, 50, 16, 12)
    dress = QPainterPath(QPointF(42, 34))
    dress.lineTo(58, 34)
    dress.cubicTo(64, 54, 74, 74, 80, 92)
    dress.lineTo(20, 92)
    dress.cubicTo(26, 74, 36, 54, 42, 34)
    _filled(painter, colour, dress)


def _premium(painter: QPainter, _colour: QColor) -> None:
    _shape(painter, (26, 22), (74, 22), (92, 44), (50, 88), (8, 44))
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


_PAINTED: dict[str, Callable[[QPainter, QColor], None]] = {
    "older": _older,
    "wheelchair": _wheelchair,
    "pregnant": _pregnant,
    "infant": _infant,
    "women": _women,
    "premium": _premium,
    "general": _general,
    "calendar": _calendar,
    **device_icons.SIGNS,
}
SIGNS = (*_PAINTED, *_FILED)
PRIORITY_SIGNS = ("older", "wheelchair", "pregnant", "infant")
"""For whom priority service is, in the order of the words beside them."""
