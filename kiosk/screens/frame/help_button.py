"""The button with the sign of a person with open arms: help with this screen, at the same place on every screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtkit.look.theme import Theme
from qtkit.widgets.painting import draw_card, painting


class AssistButton(QAbstractButton):
    """As large as a finger; the screen that shows it sets its name. Space and Enter press it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assist_button")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.setMinimumSize(theme.touch_px, theme.touch_px)

    def sizeHint(self) -> QSize:
        """Return the side of a touch target."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card and the sign: a head, open arms, legs."""
        theme = self._theme
        radius = theme.radius("large")
        fill = theme.colour("primary_soft" if self.isDown() else "card")
        with painting(self) as painter:
            draw_card(painter, self.rect(), fill, theme.colour("edge"), radius)
            painter.translate(QPointF(self.rect().center()))
            painter.scale(min(self.width(), self.height()) / 100, min(self.width(), self.height()) / 100)
            ink = theme.colour("primary_dark")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(0, -24), 7.5, 7.5)
            painter.setPen(QPen(ink, 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline([QPointF(-24, -9), QPointF(0, -4), QPointF(24, -9)])
            painter.drawLine(QPointF(0, -4), QPointF(0, 6))
            painter.drawPolyline([QPointF(-13, 31), QPointF(0, 6), QPointF(13, 31)])
