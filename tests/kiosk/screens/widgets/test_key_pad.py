"""A pad of large keys, the same way round in every language; a keyboard has the same keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.widgets.key_pad import KeyPad, key_of
from kiosk.visitor.keypad_input import ENTER, ERASE, PLUS
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


def made(qtbot: QtBot, theme: Theme, language: Language, last: tuple[str, str]) -> KeyPad:
    pad = KeyPad(theme, language, "try", last)
    framed(qtbot, pad, 1000, 800)
    pad.show_labels({ERASE: "حذف"})
    return pad


def test_each_key_tells_itself(qtbot: QtBot, theme: Theme, language: Language) -> None:
    pad = made(qtbot, theme, language, (PLUS, ERASE))
    pressed: list[str] = []
    pad.key_pressed.connect(pressed.append)
    for button in pad.keys.values():
        assert min(button.width(), button.height()) >= theme.touch_px
        assert button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sorted(pressed) == sorted([*"0123456789", PLUS, ERASE])
    assert (pad.keys[PLUS].text(), pad.keys[ERASE].text()) == ("+", "حذف")


def test_one_is_at_the_left_in_both_directions_and_a_place_may_be_empty(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    for tag in ("ar", "en"):
        language.show(tag)
        pad = made(qtbot, theme, language, ("", ERASE))
        one, three = (pad.keys[key].mapTo(pad, QPoint(0, 0)).x() for key in "13")
        assert one < three
        assert len(pad.keys) == 11


def test_digits_are_written_as_the_hall_does(qtbot: QtBot, theme: Theme, language: Language) -> None:
    language.set_digits("arabic_indic")
    assert made(qtbot, theme, language, ("", ERASE)).keys["7"].text() == "٧"


@pytest.mark.parametrize(
    ("key", "text", "named"),
    [
        (Qt.Key.Key_7, "7", "7"),
        (Qt.Key.Key_Enter, "\r", ENTER),
        (Qt.Key.Key_Return, "\r", ENTER),
        (Qt.Key.Key_Backspace, "\b", ERASE),
        (Qt.Key.Key_A, "a", ""),
        (Qt.Key.Key_Plus, "+", PLUS),
        (Qt.Key.Key_7, "٧", ""),
    ],
)
def test_a_keyboard_has_the_same_keys(key: Qt.Key, text: str, named: str) -> None:
    assert key_of(key, text) == named
