"""The band over a training: what it is and how to leave it, the step of the first day, and the steps as dots."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from counter_client.actions import Action
from counter_client.lesson_texts import LESSON_TEXTS, LESSON_TITLES
from counter_client.presenters.practice import PracticeView
from counter_client.texts import ACTIONS, say
from counter_client.views.button import Button, Look
from counter_client.views.canvas import Canvas, Side, Weight, fitting, lay_ground
from counter_client.wishes import Do, MoveLesson
from qtkit.language import Language
from qtkit.theme import Theme

HEIGHT_PX = 76
MARGIN_PX = 24
TAG_PX = 150
DOT_PX = 11


class PracticeBand(QWidget):
    """Hidden outside a training."""

    wished = Signal(object)  # counter_client.wishes.Wish

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice_band")
        lay_ground(self, theme.colour("primary_soft"))
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._language = language
        self._view: PracticeView | None = None
        self.title, self.text = "", ""
        self._back = Button(theme, Look.QUIET, "lesson_back", 42)
        self._skip = Button(theme, Look.QUIET, "lesson_skip", 42)
        self._leave = Button(theme, Look.MOVE, "leave_training", 42)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        row.setSpacing(10)
        row.addStretch(1)
        for button in (self._back, self._skip, self._leave):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self._back.clicked.connect(lambda: self.wished.emit(MoveLesson(-1)))
        self._skip.clicked.connect(lambda: self.wished.emit(MoveLesson(1)))
        self._leave.clicked.connect(lambda: self.wished.emit(Do(Action.LEAVE_TRAINING)))
        self.hide()

    def show_view(self, view: PracticeView | None) -> None:
        """Show the step, or nothing outside a training."""
        self._view = view
        if view is None:
            self.hide()
            return
        self.title, self.text = self._words(view)
        tag = self.tr("Training")
        self.setAccessibleName(f"{tag}. {self.title}. {self.text}")
        forward = self._language.tag == "ar"
        self._back.show_button(self.tr("Back"), "→" if forward else "←", enabled=view.step > 1)
        self._skip.setVisible(not view.over)
        self._skip.show_button(self.tr("Skip"), "←" if forward else "→")
        self._leave.show_button(say(ACTIONS[Action.LEAVE_TRAINING]), view.leave_key)
        self.show()
        self.update()

    def _words(self, view: PracticeView) -> tuple[str, str]:
        number = self._language.number
        if view.over:
            title = self.tr("You have completed all steps. You can continue to practise.")
            return title, self.tr("Practice visitors keep coming. Nothing is recorded.")
        at = self.tr("Step {n} of {all}").format(n=view.step, all=view.steps)
        title = number(f"{at} · {say(LESSON_TITLES[view.step - 1])}")
        sentences = [say(LESSON_TEXTS[task.action]) for task in view.tasks if not task.ticked][:1]
        if view.pin:
            sentences.append(number(self.tr("The PIN for training is {pin}.").format(pin=view.pin)))
        return title, " ".join(sentences)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tag, the dots, title and sentence."""
        del event
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        painter.fillRect(self.rect(), self._theme.colour("primary_soft"))
        painter.fillRect(QRectF(0, HEIGHT_PX - 4, self.width(), 4), self._theme.colour("accent"))
        tag = canvas.box(MARGIN_PX, 10, TAG_PX, 40)
        canvas.fill(tag, "primary_dark", radius=20)
        canvas.text(tag, self.tr("Training"), canvas.font("body", Weight.Bold), "on_primary", Side.CENTRE)
        start = MARGIN_PX + TAG_PX + 18
        room = canvas.width - start - self._buttons_px() - 2 * MARGIN_PX
        title = canvas.font("body", Weight.DemiBold)
        canvas.text(canvas.box(start, 6, room, 32), self.title, fitting(self.title, title, room, 14), "primary_dark")
        text = fitting(self.text, canvas.font("small", Weight.Medium), room, 12)
        canvas.text(canvas.box(start, 37, room, 26), self.text, text, "ink")
        self._paint_dots(canvas, painter, view)
        painter.end()

    def _paint_dots(self, canvas: Canvas, painter: QPainter, view: PracticeView) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        width = view.steps * (DOT_PX + 8)
        left = MARGIN_PX + (TAG_PX - width) / 2 + 4
        for at in range(view.steps):
            box = canvas.box(left + at * (DOT_PX + 8), 59, DOT_PX, 5)
            painter.setBrush(self._theme.colour("primary" if at < view.step - 1 else "line"))
            if at == view.step - 1:
                painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(box, 2.5, 2.5)

    def _buttons_px(self) -> int:
        return sum(b.width() + 10 for b in (self._back, self._skip, self._leave) if b.isVisible())
