"""One line that says what just happened or what is wrong, in words and with a sign."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_client.inputs import Notice, Tone
from counter_client.texts import notice_text
from counter_client.views.canvas import RADIUS_PX, Canvas, Side, Weight, fitting_lines
from counter_client.views.shown import Shown
from qtkit.language import Language
from qtkit.theme import Theme

LOOKS = {
    Tone.CALM: ("card", "ink", "·"),
    Tone.DONE: ("primary_soft", "primary_dark", "✓"),
    Tone.WARNING: ("alert_soft", "alert", "!"),
}
HEIGHT_PX = 48
TEXT_PX, END_PX = 44.0, 12.0
"""Where the sentence begins, and what stays free behind it."""


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
        canvas.fill(canvas.box(0, 0, canvas.width, canvas.height), ground, radius=RADIUS_PX)
        canvas.stripe(ink, 4, radius=RADIUS_PX)
        canvas.text(canvas.box(14, 0, 24, canvas.height), sign, canvas.font("body", Weight.Bold), ink, Side.CENTRE)
        lines, font = self.sentence()
        canvas.lines(canvas.box(TEXT_PX, 0, self._room_px(), canvas.height), lines, font, ink)
        painter.end()

    def sentence(self) -> tuple[list[str], QFont]:
        """Return the lines in which the sentence is written, and their font."""
        body, small = (self._theme.font(size, Weight.Medium) for size in ("body", "small"))
        return fitting_lines(self.text, body, small, self._room_px())

    def _room_px(self) -> float:
        return self.width() - TEXT_PX - END_PX
