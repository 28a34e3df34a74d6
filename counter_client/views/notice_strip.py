"""One line that says what just happened or what is wrong, in words and with a sign."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_client.inputs import Notice, Tone
from counter_client.texts import notice_text
from counter_client.views.canvas import Canvas, Side, Weight, fitting
from counter_client.views.shown import Shown
from qtkit.language import Language
from qtkit.theme import Theme

LOOKS = {
    Tone.CALM: ("card", "ink", "·"),
    Tone.DONE: ("primary_soft", "primary_dark", "✓"),
    Tone.WARNING: ("alert_soft", "alert", "!"),
}
HEIGHT_PX = 48


class NoticeStrip(QWidget):
    """Keeps its place while it has nothing to say, so that nothing jumps."""

    def __init__(self, theme: Theme, language: Language, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._language = language
        self._tone = Tone.CALM
        self._shown = Shown(language)
        self.text = ""

    def show_notice(self, notice: Notice | None) -> None:
        """Show the notice's sentence, or nothing."""
        self._tone = notice.tone if notice else Tone.CALM
        self.text = self._language.number(notice_text(notice)) if notice else ""
        if self._shown.becomes(self._tone, self.text):
            self.setAccessibleName(self.text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign and sentence on the tone's ground."""
        del event
        if not self.text:
            return
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        ground, ink, sign = LOOKS[self._tone]
        canvas.fill(canvas.box(0, 0, canvas.width, canvas.height), ground, radius=10)
        canvas.stripe(ink, 4, radius=10)
        canvas.text(canvas.box(14, 0, 24, canvas.height), sign, canvas.font("body", Weight.Bold), ink, Side.CENTRE)
        room = canvas.box(44, 0, canvas.width - 56, canvas.height)
        font = fitting(self.text, canvas.font("body", Weight.Medium), room.width(), 13)
        canvas.text(room, self.text, font, ink)
        painter.end()
