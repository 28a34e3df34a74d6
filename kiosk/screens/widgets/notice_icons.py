"""Signs of the calm screens, drawn with a few strokes: clock, link, stop, wait, and the printer's."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.screens.widgets import printer_icons
from qtkit.look.theme import Theme
from qtkit.widgets.painting import painting


class Mark(QWidget):
    """Shows one sign in a tinted circle; decoration, so it has no accessible name: the words beside it say it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = "wait"
        self.setFixedHeight(theme.px(220))

    def show_mark(self, mark: str) -> None:
        """Show the sign `mark`."""
        self._mark = mark
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the circle."""
        return QSize(self._theme.px(220), self._theme.px(220))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the circle and the sign in it."""
        theme = self._theme
        size = min(self.width(), self.height())
        with painting(self) as painter:
            painter.translate(QPointF(self.rect().center()))
            painter.scale(size / 100, size / 100)
            painter.setPen(QPen(theme.colour("accent"), 1.2))
            painter.setBrush(theme.colour("primary_soft"))
            painter.drawEllipse(QPointF(0, 0), 48, 48)
            pen = QPen(theme.colour("primary"), 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            _SIGNS[self._mark](painter)


def _clock(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), 24, 24)
    painter.drawLine(QPointF(0, 0), QPointF(0, -14))
    painter.drawLine(QPointF(0, 0), QPointF(10, 6))


def _link(painter: QPainter) -> None:
    for reach in (10, 20, 30):
        painter.drawArc(QRectF(-reach, 12 - reach, 2 * reach, 2 * reach), 45 * 16, 90 * 16)
    painter.drawPoint(QPointF(0, 14))


def _stop(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), 24, 24)
    painter.drawLine(QPointF(0, -12), QPointF(0, 3))
    painter.drawPoint(QPointF(0, 12))


def _wait(painter: QPainter) -> None:
    for at in (-16, 0, 16):
        painter.drawEllipse(QPointF(at, 0), 2.4, 2.4)


_SIGNS = {"clock": _clock, "link": _link, "stop": _stop, "wait": _wait, **printer_icons.SIGNS}
