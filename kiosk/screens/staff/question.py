"""A question or a message to staff: one sign, one headline, what to do, and large answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import QuestionView
from kiosk.screens.widgets.notice_icons import Mark
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.text import Words


class StaffQuestion(QWidget):
    """Shows one QuestionView; `answered(str)` is the act that was touched."""

    answered = Signal(str)

    def __init__(self, theme: Theme, language: Language, texts: StaffTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("staff_question")
        self._language, self._texts = language, texts
        self._view: QuestionView | None = None
        self._mark = Mark(theme)
        self.headline = Words(
            theme, "headline", weight=QFont.Weight.Bold, side="centre", colour="primary_dark", wrap=True
        )
        self.advice = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self.detail = Words(theme, "lead", side="centre", colour="ink_soft", wrap=True)
        self.buttons = [ActionButton(theme, "answer", kind, size="title") for kind in ("primary", "quiet", "quiet")]
        for button in self.buttons:
            button.setMinimumHeight(max(theme.touch_px, theme.px(120)))
            button.clicked.connect(lambda _=False, button=button: self._answer(button))
        layout = QVBoxLayout(self)
        edge = theme.px(160 if not theme.portrait else 90)
        layout.setContentsMargins(edge, theme.px(24), edge, theme.px(24))
        layout.addStretch(2)
        for part in (self._mark, self.headline, self.advice, self.detail):
            layout.addWidget(part)
            layout.addSpacing(theme.px(12))
        layout.addSpacing(theme.px(24))
        layout.addLayout(self._answers(theme))
        layout.addStretch(3)

    def _answers(self, theme: Theme) -> QBoxLayout:
        upright = theme.stacked
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(max(theme.touch_gap_px, theme.px(30)))
        for button in self.buttons:
            row.addWidget(button)
        return row

    def show_view(self, view: QuestionView) -> None:
        """Show `view`."""
        self._view = view
        headline, advice = self._texts.question(view.message)
        self._mark.show_mark("wait" if not view.acts else "paper")
        self.headline.set_text(headline)
        time = self._texts.took if view.acts else self._texts.left
        took = time(view.took_s) if view.took_s is not None else ""
        self.advice.set_text("  ·  ".join(text for text in (advice, took) if text))
        detail = self._texts.printer(view.printer) if view.printer else view.detail
        self.detail.set_text(f"\u2068{detail}\u2069" if detail else "")
        self.detail.setVisible(bool(detail))
        for at, button in enumerate(self.buttons):
            act = view.acts[at] if at < len(view.acts) else ""
            button.setVisible(bool(act))
            button.setObjectName(f"answer_{act}" if act else "answer")
            if act:
                button.set_label(self._texts.act(act))

    def _answer(self, button: ActionButton) -> None:
        self.answered.emit(button.objectName().removeprefix("answer_"))

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
