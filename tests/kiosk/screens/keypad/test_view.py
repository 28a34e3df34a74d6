from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.keypad.view import KeypadScreen
from kiosk.screens.view_data.visitor import KeypadView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


def screen(qtbot: QtBot, theme: Theme, language: Language, view: KeypadView) -> KeypadScreen:
    made = KeypadScreen(theme, language)
    framed(qtbot, made, 1900, 800)
    made.show_view(view)
    return made


def test_what_is_typed_stands_large_and_one_key_goes_on(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language, KeypadView("phone", "••••67", plus=True, enter=True))
    assert made.number.text == "••••67"
    assert made.send.text() == "متابعة"
    assert "24" in made.explanation.text


def test_keys_tell_themselves_and_nothing_is_sent_while_nothing_is_typed(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    made = screen(qtbot, theme, language, KeypadView("phone", "", plus=True))
    pressed: list[str] = []
    made.key_pressed.connect(pressed.append)
    QTest.mouseClick(made.send, Qt.MouseButton.LeftButton)
    QTest.mouseClick(made.pad.keys["7"], Qt.MouseButton.LeftButton)
    assert pressed == ["7"]
    made.show_view(KeypadView("phone", "7", plus=True, enter=True))
    QTest.mouseClick(made.send, Qt.MouseButton.LeftButton)
    assert pressed == ["7", "enter"]


def test_the_language_changes_its_words(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language, KeypadView("phone", "7", "phone_wrong", plus=True, enter=True))
    language.show("en")
    qtbot.waitUntil(lambda: made.title.text == "Your mobile number")
    assert made.note.text == "This number is not correct. A mobile number in Oman has 8 digits"


@pytest.mark.parametrize(
    ("shown", "heard"),
    [("", ""), ("9", "9"), ("4821", "4 8 2 1"), ("•••67", "6 7. عدد الأرقام حتى الآن: 5"), ("+9", "+ 9")],
)
def test_a_number_is_heard_digit_by_digit_and_a_masked_one_keeps_its_mask(
    qtbot: QtBot, theme: Theme, language: Language, shown: str, heard: str
) -> None:
    made = screen(qtbot, theme, language, KeypadView("phone", shown, plus=True))
    assert made.number.accessibleName() == heard
