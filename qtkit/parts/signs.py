"""Drawn signs of people, services and places, in one colour: who goes first, what a service is about, whose section.

All are drawn on one grid of 100 by 100 with a margin of 8, lines are 7 wide with round ends, and people are a round
head over a body of lines: the style of ISO 7001. None has a left or a right that would have to follow the language.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from qtkit.parts import device_signs

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
    _SIGNS[name](painter, colour)
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


def _house(painter: QPainter, _colour: QColor) -> None:
    _line(painter, (10, 50), (50, 14), (90, 50))
    _line(painter, (22, 44), (22, 87), (78, 87), (78, 44))
    _line(painter, (41, 87), (41, 62), (59, 62), (59, 87))


def _plot(painter: QPainter, colour: QColor) -> None:
    """A parcel of land in perspective, with the pin of a map on it."""
    _line(painter, (36, 56), (24, 56), (10, 88), (90, 88), (76, 56), (64, 56))
    pin = QPainterPath(QPointF(50, 72))
    pin.cubicTo(42, 56, 30, 46, 30, 32)
    pin.cubicTo(30, 20, 39, 12, 50, 12)
    pin.cubicTo(61, 12, 70, 20, 70, 32)
    pin.cubicTo(70, 46, 58, 56, 50, 72)
    painter.drawPath(pin)
    _head(painter, colour, 50, 32, 7)


def _deed(painter: QPainter, colour: QColor) -> None:
    """A sheet with lines, and a round seal with two ribbons."""
    _line(painter, (44, 88), (18, 88), (18, 12), (72, 12), (72, 40))
    _line(painter, (32, 30), (58, 30))
    _line(painter, (32, 46), (48, 46))
    _line(painter, (32, 62), (40, 62))
    painter.drawEllipse(QPointF(68, 60), 15, 15)
    _head(painter, colour, 68, 60, 5)
    _line(painter, (59, 73), (59, 90), (68, 84), (77, 90), (77, 73))


def _phone(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(28, 11, 44, 78), 9, 9)
    _line(painter, (28, 70), (72, 70))
    _head(painter, colour, 50, 79.5, 4)
    _line(painter, (39, 42), (47, 51), (62, 32))


def _folder(painter: QPainter, _colour: QColor) -> None:
    _shape(painter, (12, 84), (12, 20), (38, 20), (48, 32), (88, 32), (88, 84))
    _line(painter, (34, 58), (46, 70), (68, 46))


def _speech(painter: QPainter, colour: QColor) -> None:
    """A speech mark with a question mark."""
    mark = QPainterPath(QPointF(22, 12))
    mark.lineTo(78, 12)
    mark.cubicTo(85, 12, 90, 17, 90, 24)
    mark.lineTo(90, 60)
    mark.cubicTo(90, 67, 85, 72, 78, 72)
    mark.lineTo(50, 72)
    mark.lineTo(30, 89)
    mark.lineTo(30, 72)
    mark.lineTo(22, 72)
    mark.cubicTo(15, 72, 10, 67, 10, 60)
    mark.lineTo(10, 24)
    mark.cubicTo(10, 17, 15, 12, 22, 12)
    painter.drawPath(mark)
    ask = QPainterPath(QPointF(40, 33))
    ask.cubicTo(40, 20, 61, 20, 61, 33)
    ask.cubicTo(61, 41, 50, 41, 50, 49)
    painter.drawPath(ask)
    _head(painter, colour, 50, 61, 4.5)


def _official(painter: QPainter, colour: QColor) -> None:
    """Two people who face each other at a desk."""
    _head(painter, colour, 22, 24)
    _head(painter, colour, 78, 24)
    for x, towards in ((22, 1), (78, -1)):
        body = QPainterPath(QPointF(x - 12 * towards, 58))
        body.lineTo(x - 12 * towards, 48)
        body.cubicTo(x - 12 * towards, 38, x + 8 * towards, 36, x + 10 * towards, 46)
        body.lineTo(x + 13 * towards, 58)
        painter.drawPath(body)
    _line(painter, (10, 64), (90, 64))
    _line(painter, (24, 64), (24, 88))
    _line(painter, (76, 64), (76, 88))


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


_SIGNS: dict[str, Callable[[QPainter, QColor], None]] = {
    "older": _older,
    "wheelchair": _wheelchair,
    "pregnant": _pregnant,
    "infant": _infant,
    "house": _house,
    "plot": _plot,
    "deed": _deed,
    "phone": _phone,
    "folder": _folder,
    "speech": _speech,
    "official": _official,
    "women": _women,
    "premium": _premium,
    "general": _general,
    "calendar": _calendar,
    **device_signs.SIGNS,
}
SIGNS = tuple(_SIGNS)
PRIORITY_SIGNS = ("older", "wheelchair", "pregnant", "infant")
"""For whom priority service is, in the order of the words beside them."""
