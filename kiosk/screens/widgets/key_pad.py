"""A key pad of digits for fingers, with the same layout in every language."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.visitor.keypad_input import ENTER, ERASE, PLUS
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton

ROWS = ("123", "456", "789")
LOW_ROWS = ("12345", "67890")
"""Where all must lie within reach of a screen that lies: four rows are higher than the lowest third."""
SIGNS = {PLUS: "+"}


class KeyPad(QWidget):
    """Three columns of keys; `last` are the keys beside the zero. `key_pressed(str)` is a digit or a key's name.

    Within reach on a screen that lies there are two rows, and the keys of `last` end them, to erase above the other.
    """

    key_pressed = Signal(str)

    def __init__(
        self, theme: Theme, language: Language, name: str, last: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._name = theme, language, name
        self.keys: dict[str, ActionButton] = {}
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # fingers know it
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(max(theme.touch_gap_px, theme.px(14)))
        rows = _low_rows(last) if self.low else (*ROWS, (last[0], "0", last[1]))
        for row, keys in enumerate(rows):
            for column, key in enumerate(keys):
                if key:
                    grid.addWidget(self._key(key), row, column + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(len(rows[0]) + 1, 1)

    @property
    def low(self) -> bool:
        """Return whether there are two rows rather than four."""
        return self._theme.reach and not self._theme.portrait

    def _key(self, key: str) -> ActionButton:
        theme = self._theme
        kind = "primary" if key == ENTER else "quiet"
        button = ActionButton(theme, f"{self._name}_{key}", kind, size="title")
        wide, high = (130, 0) if self.low else (190, 0) if theme.reach else (190, 130 if theme.portrait else 112)
        button.setFixedWidth(max(theme.touch_px, theme.px(wide)))
        button.setFixedHeight(max(theme.touch_px, theme.px(high)))
        button.clicked.connect(lambda: self.key_pressed.emit(key))
        self.keys[key] = button
        return button

    def show_labels(self, words: dict[str, str], *, enabled: bool = True) -> None:
        """Write the digits as the language shown does, and `words` on the other keys."""
        for key, button in self.keys.items():
            button.setEnabled(enabled)
            button.set_label(words.get(key) or SIGNS.get(key) or self._language.number(key), words.get(key))


def _low_rows(last: tuple[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return two rows of six.

    >>> _low_rows(("plus", "erase"))
    (('1', '2', '3', '4', '5', 'erase'), ('6', '7', '8', '9', '0', 'plus'))
    """
    above = ERASE if ERASE in last else last[0]
    below = last[1] if above == last[0] else last[0]
    return (*LOW_ROWS[0], above), (*LOW_ROWS[1], below)


def key_of(key: int, text: str) -> str:
    """Return the key of the pad that a keyboard's key stands for, "" for any other.

    >>> key_of(0, "7"), key_of(Qt.Key.Key_Backspace, ""), key_of(Qt.Key.Key_A, "a"), key_of(0, "+")
    ('7', 'erase', '', 'plus')
    """
    if text.isascii() and text.isdigit():
        return text
    if text == "+":
        return PLUS
    return {Qt.Key.Key_Backspace: ERASE, Qt.Key.Key_Return: ENTER, Qt.Key.Key_Enter: ENTER}.get(Qt.Key(key), "")
