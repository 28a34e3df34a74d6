"""The key pad for the staff's PIN: what is typed is shown as dots, never as digits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.presenters.staff_views import PinView
from kiosk.views.staff_texts import StaffTexts
from qtkit.language import Language
from qtkit.parts.action_button import ActionButton
from qtkit.parts.painting import painting
from qtkit.parts.words import Words
from qtkit.theme import Theme

ROWS = ("123", "456", "789")
ERASE, ENTER = "erase", "enter"
PLACES = 8


class PinDots(QWidget):
    """One place for each digit a PIN may have, filled from the left as they are typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pin_dots")
        self._theme = theme
        self.typed = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_typed(self, count: int) -> None:
        """Show so many filled places."""
        self.typed = count
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the row of dots."""
        return QSize(self._theme.px(PLACES * 64), self._theme.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the dots, left to right in every language, as digits are written."""
        theme = self._theme
        side, step = theme.px(26), theme.px(60)
        left = (self.width() - (PLACES - 1) * step - side) // 2
        with painting(self) as painter:
            for place in range(PLACES):
                painter.setPen(theme.colour("primary"))
                painter.setBrush(theme.colour("primary") if place < self.typed else theme.colour("card"))
                painter.drawEllipse(left + place * step, (self.height() - side) // 2, side, side)


class PinPad(QWidget):
    """Shows one PinView; `key_pressed(str)` is a digit, `erase` or `enter`."""

    key_pressed = Signal(str)

    def __init__(self, theme: Theme, language: Language, texts: StaffTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pin_pad")
        self._language, self._texts = language, texts
        self._view = PinView(0, "", 0, enabled=True)
        self._title = Words(theme, "headline", weight=QFont.Weight.Bold, side="centre", colour="primary_dark")
        self.dots = PinDots(theme)
        self.note = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self.keys: dict[str, ActionButton] = {}
        # A lying screen is too low for the words above the pad.
        upright = theme.portrait
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight, self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(16), edge, max(theme.px(16), theme.touch_gap_px))
        layout.setSpacing(theme.px(30))
        words = QVBoxLayout()
        words.addStretch(1)
        for part in (self._title, self.dots, self.note):
            words.addWidget(part)
        words.addStretch(0 if upright else 1)
        layout.addLayout(words, stretch=1)
        if upright:
            layout.addWidget(self._pad(theme))
            layout.addStretch(1)
        else:
            layout.addWidget(self._pad(theme), stretch=1, alignment=Qt.AlignmentFlag.AlignCenter)

    def _pad(self, theme: Theme) -> QWidget:
        pad = QWidget(self)
        # A key pad is the same way round in every language: fingers know it.
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(max(theme.touch_gap_px, theme.px(14)))
        for row, digits in enumerate(ROWS):
            for column, digit in enumerate(digits):
                grid.addWidget(self._key(theme, digit), row, column + 1)
        for column, key in enumerate((ERASE, "0", ENTER)):
            grid.addWidget(self._key(theme, key), len(ROWS), column + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(4, 1)
        return pad

    def _key(self, theme: Theme, key: str) -> ActionButton:
        kind = "primary" if key == ENTER else "quiet"
        button = ActionButton(theme, f"pin_{key}", kind, size="title")
        width = max(theme.touch_px, theme.px(190))
        button.setFixedWidth(width)
        button.setFixedHeight(max(theme.touch_px, theme.px(112 if not theme.portrait else 150)))
        button.clicked.connect(lambda: self.key_pressed.emit(key))
        self.keys[key] = button
        return button

    def show_view(self, view: PinView) -> None:
        """Show `view`."""
        self._view = view
        self._title.set_text(self.tr("Staff: your PIN"))
        self.dots.show_typed(view.typed)
        self.dots.setAccessibleName(self._language.number(str(view.typed)))
        self.note.set_text(self._texts.pin(view.note, view.wait_s))
        self.note.set_colour("alert" if view.note in {"wrong", "wait", "no_pins"} else "ink")
        for key, button in self.keys.items():
            button.setEnabled(view.enabled)
            if key == ERASE:
                button.set_label(self.tr("Erase"))
            elif key == ENTER:
                button.set_label(self.tr("Enter"))
            else:
                button.set_label(self._language.number(key))

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_view(self._view)
        super().changeEvent(event)


def key_of(key: int, text: str) -> str:
    """Return the key of the pad that a keyboard's key stands for, "" for any other.

    >>> key_of(0, "7"), key_of(Qt.Key.Key_Backspace, ""), key_of(Qt.Key.Key_A, "a")
    ('7', 'erase', '')
    """
    if text.isascii() and text.isdigit():
        return text
    return {Qt.Key.Key_Backspace: ERASE, Qt.Key.Key_Return: ENTER, Qt.Key.Key_Enter: ENTER}.get(Qt.Key(key), "")
