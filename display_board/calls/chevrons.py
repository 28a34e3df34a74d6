"""The three chevrons that lead the eye from a ticket's number to its counter; each is drawn once and then copied.

A thick, smooth line costs 0.7 ms on a processor without help: as much as all words of a call together.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

CHEVRONS = 3
_FAINT_ALPHA = 70
_PEN = 0.3
"""Thickness of a chevron's line as a share of its size."""


class Way(Enum):
    """Where the chevrons point, as (x, y)."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)


class Chevrons:
    """Paints chevrons; keeps the few pictures it needs (a way, a size, two strengths of each colour)."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Way, int, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, box: QRect, way: Way, colour: QColor, *, bright: int) -> None:
        """Paint them in the middle of `box`; the one numbered `bright` is strong (-1: all are), the others faint."""
        size = round(min(box.width(), box.height()) / (CHEVRONS + 0.6))
        faint = QColor(colour)
        faint.setAlpha(_FAINT_ALPHA)
        ratio = painter.device().devicePixelRatio()
        for nth in range(CHEVRONS):
            picture = self._picture(way, size, colour if bright in {-1, nth} else faint, ratio)
            middle = QPointF(box.center()) + _step(way, size, nth - (CHEVRONS - 1) / 2)
            half = QPointF(picture.deviceIndependentSize().width() / 2, picture.deviceIndependentSize().height() / 2)
            painter.drawPixmap((middle - half).toPoint(), picture)

    def _picture(self, way: Way, size: int, colour: QColor, ratio: float) -> QPixmap:
        key = (way, size, colour.rgba(), ratio)
        if key not in self._drawn:
            self._drawn[key] = _drawn(way, size, colour, ratio)
        return self._drawn[key]


def _step(way: Way, size: int, places: float) -> QPointF:
    """Return the offset from the middle of the chevron that is `places` places away from the middle one."""
    x, y = way.value
    return QPointF(x * places * size, y * places * size * 0.8)


def _line(way: Way, size: int) -> QPolygonF:
    """Return one chevron around (0, 0)."""
    x = way.value[0]
    tip = QPointF(x * size * 0.3, 0)
    return QPolygonF([tip + QPointF(-x * size * 0.6, -size), tip, tip + QPointF(-x * size * 0.6, size)])


def _drawn(way: Way, size: int, colour: QColor, ratio: float) -> QPixmap:
    line, margin = _line(way, size), size * _PEN
    reach = line.boundingRect()
    # Around (0, 0), so that the picture's middle is where the chevron's is thought to be.
    half = QRectF(0, 0, max(-reach.left(), reach.right()) + margin, max(-reach.top(), reach.bottom()) + margin)
    whole = QSize(2 * int(half.width() + 1), 2 * int(half.height() + 1))
    picture = QPixmap(whole * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(whole.width() / 2, whole.height() / 2)
    pen = QPen(colour, size * _PEN)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(line)
    painter.end()
    return picture
