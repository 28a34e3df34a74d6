"""The band over a training: what it is and how to leave it, the step of the first day, and how far one has come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from counter_client.state.actions import Action
from counter_client.state.intents import Do, MoveLesson
from counter_client.texts.lesson_texts import LESSON_TEXTS, LESSON_TITLES
from counter_client.texts.texts import ACTIONS, say
from counter_client.training.presenter import PracticeView
from counter_client.widgets.button import Button, Look
from counter_client.widgets.label import Label
from counter_client.widgets.style import CHIP_PX
from qtkit.language.language import Language
from qtkit.look.theme import Theme

HEIGHT_PX = 76
MARGIN_PX = 20


class PracticeBand(QFrame):
    """Hidden outside a training."""

    wished = Signal(object)  # counter_client.state.intents.Wish

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice_band")
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._language = language
        self._view: PracticeView | None = None
        self.title, self.text = "", ""
        self._back = Button(theme, Look.QUIET, "lesson_back", 42)
        self._skip = Button(theme, Look.QUIET, "lesson_skip", 42)
        self._leave = Button(theme, Look.MOVE, "leave_training", 42)
        self._tag, self._title, self._text = Label("chip"), Label("section"), Label("strong", wrap=True)
        self._tag.setFixedHeight(CHIP_PX)
        self._steps = QProgressBar()
        self._steps.setTextVisible(False)
        self._steps.setFixedHeight(6)
        tag, words = QVBoxLayout(), QVBoxLayout()
        for column, parts in ((tag, (self._tag, self._steps)), (words, (self._title, self._text))):
            column.setContentsMargins(0, 4, 0, 6)
            column.setSpacing(2)
            for part in parts:
                column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        row.setSpacing(10)
        row.addLayout(tag)
        row.addLayout(words, 1)
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
        self._tag.show_text(tag, "strong")
        self._title.show_text(self.title)
        self._text.show_text(self.text)
        self._steps.setMaximum(view.steps)
        self._steps.setValue(view.step - 1)
        self._steps.setAccessibleName(self.title)
        forward = self._language.tag == "ar"
        self._back.show_button(self.tr("Back"), "→" if forward else "←", enabled=view.step > 1)
        self._skip.setVisible(not view.over)
        self._skip.show_button(self.tr("Skip"), "←" if forward else "→")
        self._leave.show_button(say(ACTIONS[Action.LEAVE_TRAINING]), view.leave_key)
        self.show()

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
