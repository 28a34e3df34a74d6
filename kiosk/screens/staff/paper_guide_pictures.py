"""Pictures of a change of paper, drawn with a few strokes: the printer from the side, its cover, the roll, an arrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtkit.look.theme import Theme
from qtkit.widgets.painting import painting

WIDTH, HEIGHT = 120.0, 116.0
_ABOVE = 36.0
"""The drawing's own units; the front of the printer is at the left, where the paper comes out."""
_HINGE = QPointF(96, 38)
_ROLL = QPointF(66, 46)


@dataclass(frozen=True)
class Inks:
    """The colours of one picture."""

    line: QColor
    body: QColor
    paper: QColor
    paper_line: QColor
    arrow: QColor


class GuidePicture(QWidget):
    """Shows one step; decoration beside the words that say the same, so it has no accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_picture")
        self._theme = theme
        self.step = "open"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_step(self, step: str) -> None:
        """Show the picture of `step`."""
        self.step = step
        self.update()

    def sizeHint(self) -> QSize:
        """Return a generous size; the layout gives what there is."""
        return QSize(self._theme.px(720), self._theme.px(480))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the picture as large as fits."""
        theme = self._theme
        inks = Inks(
            theme.colour("primary_dark"),
            theme.colour("primary_soft"),
            theme.colour("card"),
            theme.colour("ink_soft"),
            theme.colour("accent"),
        )
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        with painting(self) as painter:
            painter.translate((self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2)
            painter.scale(scale, scale)
            painter.translate(0, _ABOVE)  # room for the open cover
            _PICTURES[self.step](painter, inks)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _body(painter: QPainter, inks: Inks, cover_degrees: float) -> None:
    """Draw the case as an open tub, and its cover turned up by `cover_degrees` about the hinge at the back."""
    painter.setPen(_pen(inks.line, 1.8))
    painter.setBrush(inks.body)
    tub = QPainterPath(QPointF(22, 38))
    tub.lineTo(QPointF(22, 72))
    tub.quadTo(QPointF(22, 76), QPointF(26, 76))
    tub.lineTo(QPointF(94, 76))
    tub.quadTo(QPointF(98, 76), QPointF(98, 72))
    tub.lineTo(_HINGE)
    tub.lineTo(QPointF(90, 38))
    tub.quadTo(QPointF(88, 68), QPointF(66, 68))
    tub.quadTo(QPointF(44, 68), QPointF(42, 38))
    tub.closeSubpath()
    painter.drawPath(tub)
    painter.save()
    painter.translate(_HINGE)
    painter.rotate(cover_degrees)
    cover = QPainterPath(QPointF(0, 0))
    cover.lineTo(QPointF(-74, 0))
    cover.quadTo(QPointF(-76, -10), QPointF(-66, -11))
    cover.lineTo(QPointF(-8, -11))
    cover.quadTo(QPointF(0, -10), QPointF(0, 0))
    painter.drawPath(cover)
    painter.setBrush(inks.line)
    painter.drawEllipse(QPointF(0, 0), 2.2, 2.2)
    painter.restore()


def _roll(painter: QPainter, inks: Inks, centre: QPointF, radius: float) -> None:
    painter.setPen(_pen(inks.paper_line, 1.4))
    painter.setBrush(inks.paper)
    painter.drawEllipse(centre, radius, radius)
    for ring in (0.78, 0.58):
        if radius * ring > 5:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_pen(inks.paper_line, 0.5))
            painter.drawEllipse(centre, radius * ring, radius * ring)
    painter.setPen(_pen(inks.line, 1.4))
    painter.setBrush(inks.body)
    painter.drawEllipse(centre, 4.6, 4.6)


def _strip(painter: QPainter, inks: Inks, centre: QPointF, radius: float) -> None:
    """Draw the paper that leaves the roll from below, goes up inside the case and lies over the front edge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(inks.paper_line, 1.6))
    inside, bottom = 45.5, centre.y() + radius
    path = QPainterPath(QPointF(centre.x() - 2, bottom))
    path.quadTo(QPointF(inside, bottom), QPointF(inside, 43))
    path.quadTo(QPointF(inside, 36.4), QPointF(39, 36.3))
    path.lineTo(QPointF(14, 35))
    path.quadTo(QPointF(8, 35), QPointF(8, 46))
    painter.drawPath(path)


def _arrow(painter: QPainter, inks: Inks, start: QPointF, end: QPointF) -> None:
    painter.setPen(_pen(inks.arrow, 3.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(start, end)
    along = end - start
    length = (along.x() ** 2 + along.y() ** 2) ** 0.5
    unit = QPointF(along.x() / length, along.y() / length)
    across = QPointF(-unit.y(), unit.x())
    tip, back = end + unit * 5, end - unit * 4
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.arrow)
    painter.drawPolygon(QPolygonF([tip, back + across * 6, back - across * 6]))


def _open(painter: QPainter, inks: Inks) -> None:
    _roll(painter, inks, _ROLL, 9)
    _body(painter, inks, 52)
    _arrow(painter, inks, QPointF(18, 32), QPointF(32, 10))


def _remove(painter: QPainter, inks: Inks) -> None:
    _body(painter, inks, 62)
    _roll(painter, inks, QPointF(60, 30), 8)
    _arrow(painter, inks, QPointF(44, 34), QPointF(44, 10))


def _put_in(painter: QPainter, inks: Inks) -> None:
    _body(painter, inks, 62)
    _strip(painter, inks, QPointF(66, 42), 18)
    _roll(painter, inks, QPointF(66, 42), 18)
    _arrow(painter, inks, QPointF(40, 2), QPointF(47, 18))


def _close(painter: QPainter, inks: Inks) -> None:
    _body(painter, inks, 0)
    _roll(painter, inks, QPointF(66, 54), 13)
    painter.setPen(_pen(inks.paper_line, 1.6))
    painter.setBrush(inks.paper)
    painter.drawRect(QRectF(10, 36.5, 13, 2))
    _arrow(painter, inks, QPointF(40, 4), QPointF(40, 18))


_PICTURES: dict[str, Callable[[QPainter, Inks], None]] = {
    "open": _open,
    "remove": _remove,
    "put_in": _put_in,
    "close": _close,
}
