"""The product's own mark, an eight-pointed star of two crossed squares, and a quiet lattice of it for headers."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from qtkit.parts.painting import painting
from qtkit.theme import Theme


def star(centre: QPointF, radius: float) -> QPolygonF:
    """Return the outline of the star whose points lie `radius` from its centre."""
    inner = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    points = []
    for step in range(16):
        reach, angle = (radius if step % 2 == 0 else inner), step * math.pi / 8
        points.append(centre + QPointF(math.sin(angle) * reach, -math.cos(angle) * reach))
    return QPolygonF(points)


def draw_emblem(painter: QPainter, box: QRect, fill: QColor, hand: QColor) -> None:
    """Draw the star with a clock's face in it: whose turn it is, and when."""
    centre, size = QPointF(box.center()), float(min(box.width(), box.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPolygon(star(centre, size / 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(hand, max(1.5, size / 26)))
    painter.drawEllipse(centre, size * 0.26, size * 0.26)
    painter.setPen(QPen(hand, max(2.0, size / 18), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(centre, centre - QPointF(0, size * 0.16))
    painter.drawLine(centre, centre + QPointF(size * 0.11, size * 0.06))


def draw_lattice(painter: QPainter, box: QRect, colour: QColor, cell_px: int) -> None:
    """Fill `box` with a lattice of outlined stars, as on a carved door; `colour` should hardly stand out."""
    painter.save()
    painter.setClipRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5))
    for row in range(box.height() // cell_px + 2):
        for column in range(box.width() // cell_px + 2):
            centre = QPointF(box.x() + column * cell_px, box.y() + row * cell_px)
            painter.drawPolygon(star(centre, cell_px * 0.5))
    painter.restore()


class Emblem(QWidget):
    """The mark by itself, in the middle of its width; decoration, so without an accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(140))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the mark."""
        with painting(self) as painter:
            draw_emblem(painter, self.rect(), self._theme.colour("accent"), self._theme.colour("ground"))
