"""How many wait for this counter in each lane, in one line above the list."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from contracts.hall_words import Lane
from counter_client.texts import LANES, say
from counter_client.views.canvas import Canvas, Weight, fitting
from counter_client.views.shown import Shown
from qtkit.language import Language
from qtkit.theme import Theme

HEIGHT_PX = 28


class LaneCounts(QWidget):
    """Hidden while everybody waits in one lane: the heading of the list says it then."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lane_counts")
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._language = language
        self._shown = Shown(language)
        self.text = ""

    def show_counts(self, lanes: tuple[tuple[Lane, int], ...]) -> None:
        """Show each lane with its count."""
        parts = (f"{say(LANES[lane])} {self._language.number(count)}" for lane, count in lanes)
        self.text = "   ·   ".join(parts) if len(lanes) > 1 else ""
        self.setVisible(bool(self.text))
        if self._shown.becomes(self.text):
            self.setAccessibleName(self.text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, smaller where it would not fit."""
        del event
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        room = canvas.width - 8
        font = fitting(self.text, canvas.font("small", Weight.Medium), room, 12)
        canvas.text(canvas.box(4, 0, room, canvas.height), self.text, font, "ink_soft")
        painter.end()
