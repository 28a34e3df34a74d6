"""The key pad: the same way round in every language, and no digit to be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.staff.pin_pad import PinPad
from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import PinView
from kiosk.visitor.keypad_input import ENTER, ERASE
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


@pytest.fixture
def pad(qtbot: QtBot, theme: Theme, language: Language) -> PinPad:
    made = PinPad(theme, language, StaffTexts(language))
    framed(qtbot, made, 1800, 800)
    return made


def test_every_key_says_what_it_is_and_is_large_enough(pad: PinPad, theme: Theme) -> None:
    pad.show_view(PinView(0, "", 0, enabled=True))
    pressed: list[str] = []
    pad.key_pressed.connect(pressed.append)
    for key, button in pad.pad.keys.items():
        assert button.accessibleName()
        assert min(button.width(), button.height()) >= theme.touch_px
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert pressed[-1] == key
    assert sorted(pressed) == sorted([*"0123456789", ENTER, ERASE])


def test_one_stands_at_the_left_in_arabic_as_in_english(pad: PinPad, language: Language) -> None:
    for tag in ("ar", "en"):
        language.show(tag)
        pad.show_view(PinView(0, "", 0, enabled=True))
        left, right = (pad.pad.keys[key].mapTo(pad, QPoint(0, 0)).x() for key in "13")
        assert left < right


def test_the_digits_typed_are_dots(pad: PinPad) -> None:
    pad.show_view(PinView(3, "", 0, enabled=True))
    assert (pad.dots.typed, pad.dots.accessibleName()) == (3, "3")


def test_a_pad_that_waits_takes_no_key_and_says_how_long(qtbot: QtBot, pad: PinPad, language: Language) -> None:
    pad.show_view(PinView(0, "wait", 27, enabled=False))
    assert not any(button.isEnabled() for button in pad.pad.keys.values())
    assert "27" in pad.note.text
    language.show("en")
    qtbot.waitUntil(lambda: pad.note.text == "Too many wrong PINs. Try again in 27 seconds", timeout=60_000)
