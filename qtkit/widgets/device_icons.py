"""Drawn signs of what staff do at a device: paper, screen and sound, network and power; the same grid as `signs`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _reprint(painter: QPainter, _colour: QColor) -> None:
    _line(painter, (28, 34), (28, 13), (72, 13), (72, 34))
    _line(painter, (28, 70), (12, 70), (12, 34), (88, 34), (88, 70), (72, 70))
    painter.drawRect(QRectF(28, 56, 44, 32))


def _paper(painter: QPainter, _colour: QColor) -> None:
    painter.drawEllipse(QPointF(40, 42), 28, 28)
    painter.drawEllipse(QPointF(40, 42), 9, 9)
    _line(painter, (68, 42), (68, 88), (88, 88), (88, 60), (70, 60))


def _test_print(painter: QPainter, _colour: QColor) -> None:
    _line(painter, (24, 87), (24, 12), (76, 12), (76, 87), (67, 80), (58, 87), (50, 80), (42, 87), (33, 80), (24, 87))
    _line(painter, (38, 44), (47, 54), (63, 33))


def _status(painter: QPainter, _colour: QColor) -> None:
    painter.drawEllipse(QPointF(50, 50), 38, 38)
    _line(painter, (50, 48), (50, 69))
    painter.drawPoint(QPointF(50, 33))


def _clean(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(12, 14, 76, 54), 6, 6)
    _line(painter, (36, 88), (64, 88))
    _line(painter, (30, 52), (46, 30))
    _line(painter, (50, 52), (66, 30))


def _volume(painter: QPainter, _colour: QColor) -> None:
    _line(painter, (12, 38), (12, 62), (28, 62), (50, 82), (50, 18), (28, 38), (12, 38))
    painter.drawArc(QRectF(46, 34, 24, 32), -60 * 16, 120 * 16)
    painter.drawArc(QRectF(44, 18, 44, 64), -60 * 16, 120 * 16)


def _brightness(painter: QPainter, _colour: QColor) -> None:
    painter.drawEllipse(QPointF(50, 50), 17, 17)
    for x, y in ((0, -1), (0.71, -0.71), (1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71)):
        _line(painter, (50 + 29 * x, 50 + 29 * y), (50 + 38 * x, 50 + 38 * y))


def _network(painter: QPainter, _colour: QColor) -> None:
    for reach in (16, 34, 52):
        painter.drawArc(QRectF(50 - reach, 78 - reach, 2 * reach, 2 * reach), 50 * 16, 80 * 16)
    painter.drawEllipse(QPointF(50, 80), 4, 4)


def _round_arrow(painter: QPainter, box: QRectF) -> None:
    """Draw most of a circle in `box`, with the head of an arrow that points clockwise at its end."""
    painter.drawArc(box, 60 * 16, 280 * 16)
    x, y = box.center().x() + box.width() * 0.25, box.center().y() - box.height() * 0.433
    side = box.width() / 72
    _line(painter, (x - 4 * side, y - 18 * side), (x, y), (x - 18 * side, y + 5 * side))


def _restart_program(painter: QPainter, _colour: QColor) -> None:
    _round_arrow(painter, QRectF(14, 16, 72, 72))


def _restart_device(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(10, 12, 80, 62), 6, 6)
    _line(painter, (34, 88), (66, 88))
    _round_arrow(painter, QRectF(34, 28, 32, 32))


def _shut_down(painter: QPainter, _colour: QColor) -> None:
    path = QPainterPath()
    path.arcMoveTo(QRectF(16, 20, 68, 68), 55)
    path.arcTo(QRectF(16, 20, 68, 68), 55, -290)
    painter.drawPath(path)
    _line(painter, (50, 12), (50, 50))


SIGNS: dict[str, Callable[[QPainter, QColor], None]] = {
    "reprint": _reprint,
    "paper": _paper,
    "test_print": _test_print,
    "status": _status,
    "clean": _clean,
    "volume": _volume,
    "brightness": _brightness,
    "network": _network,
    "restart_program": _restart_program,
    "restart_device": _restart_device,
    "shut_down": _shut_down,
}
"""By the act of the staff menu."""
