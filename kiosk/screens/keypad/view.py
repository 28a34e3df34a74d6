"""The screen on which a visitor types a number: why, what was typed, the pad, and one key that sends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from common.text.phone_number import MASK
from kiosk.screens.keypad.texts import KeypadTexts
from kiosk.screens.view_data.visitor import KeypadView
from kiosk.screens.widgets.key_pad import KeyPad
from kiosk.visitor.keypad_input import ENTER, ERASE, PLUS
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.big_number import BigNumber
from qtkit.widgets.text import Words


class KeypadScreen(QWidget):
    """Shows one KeypadView; `key_pressed(str)` is a digit, `erase`, `plus` or `enter`."""

    key_pressed = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keypad_screen")
        self._language, self._texts = language, KeypadTexts()
        self._view: KeypadView | None = None
        self.title = Words(theme, "headline", weight=QFont.Weight.Bold, side="centre", colour="primary_dark")
        self.explanation = Words(theme, "lead", side="centre", wrap=True)
        self.number = BigNumber(theme, "keypad_number", fill=0.7)
        self.number.setFixedHeight(theme.px(110))
        self.note = Words(theme, "lead", side="centre", colour="alert", wrap=True)
        self.pad = KeyPad(theme, language, "keypad", (PLUS, ERASE))
        self.pad.key_pressed.connect(self.key_pressed)
        self.send = ActionButton(theme, "keypad_send", size="title")
        self.send.setMinimumHeight(theme.touch_px if theme.reach else max(theme.touch_px, theme.px(120)))
        tall = QSizePolicy.Policy.Expanding if self.pad.low else QSizePolicy.Policy.Fixed
        self.send.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self.send.clicked.connect(lambda: self.key_pressed.emit(ENTER))
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        low = self.pad.low
        upright = theme.stacked or low
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight, self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(16), edge, max(theme.px(16), theme.touch_gap_px))
        layout.setSpacing(max(theme.touch_gap_px, theme.px(20)))
        words = QVBoxLayout()
        words.setSpacing(theme.px(12))
        words.addStretch(1)
        for part in (self.title, self.explanation, self.number, self.note):
            words.addWidget(part)
        words.addStretch(1)
        layout.addLayout(words, stretch=1)
        if low:
            foot = QHBoxLayout()
            foot.setSpacing(max(theme.touch_gap_px, theme.px(40)))
            foot.addWidget(self.pad)
            foot.addWidget(self.send, stretch=1)
            layout.addLayout(foot)
        elif upright:
            layout.addWidget(self.pad)
            layout.addWidget(self.send)
        else:
            words.addWidget(self.send)
            layout.addWidget(self.pad, stretch=1, alignment=Qt.AlignmentFlag.AlignCenter)

    def show_view(self, view: KeypadView) -> None:
        """Show `view`."""
        self._view = view
        words = self._texts.of(view.purpose)
        self.title.set_text(words.title)
        self.explanation.set_text(words.explanation)
        self.note.set_colour("ink" if view.note == "looking" else "alert")
        self.number.show_number(self._language.number(view.shown), self._heard(view.shown))
        self.note.set_text(self._texts.note(view.note))
        self.pad.show_labels({ERASE: self.tr("Delete")})
        self.pad.keys[PLUS].setVisible(view.plus)
        self.send.set_label(words.send)
        self.send.setEnabled(view.enter)
        self.setAccessibleName(words.title)

    def _heard(self, shown: str) -> str:
        """Return what is said of a number: digit by digit, of a masked one its last digits and how many there are."""
        digits = shown.replace(MASK, "")
        heard = self._language.number(" ".join(digits))
        if digits == shown:
            return heard
        #: Said after each key of a telephone number: %1 is a count.
        count = self.tr("Digits so far: %1").replace("%1", self._language.number(str(len(shown) - shown.count("+"))))
        return f"{heard}. {count}"

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
