"""A key pad of digits for fingers, the same way round in every language."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.keyed import ENTER, ERASE, PLUS
from qtkit.language import Language
from qtkit.parts.action_button import ActionButton
from qtkit.theme import Theme

ROWS = ("123", "456", "789")
SIGNS = {PLUS: "+"}


class KeyPad(QWidget):
    """Three columns of keys; `last` are the keys beside the zero. `key_pressed(str)` is a digit or a key's name."""

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
        for row, keys in enumerate((*ROWS, (last[0], "0", last[1]))):
            for column, key in enumerate(keys):
                if key:
                    grid.addWidget(self._key(key), row, column + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(4, 1)

    def _key(self, key: str) -> ActionButton:
        theme = self._theme
        kind = "primary" if key == ENTER else "quiet"
        button = ActionButton(theme, f"{self._name}_{key}", kind, size="title")
        button.setFixedWidth(max(theme.touch_px, theme.px(190)))
        button.setFixedHeight(max(theme.touch_px, theme.px(112 if not theme.portrait else 130)))
        button.clicked.connect(lambda: self.key_pressed.emit(key))
        self.keys[key] = button
        return button

    def show_labels(self, words: dict[str, str], *, enabled: bool = True) -> None:
        """Write the digits as the language shown does, and `words` on the other keys."""
        for key, button in self.keys.items():
            button.setEnabled(enabled)
            button.set_label(words.get(key) or SIGNS.get(key) or self._language.number(key), words.get(key))


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
