from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.frame.help_button import AssistButton
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


def test_it_is_as_large_as_a_finger_and_pressed_by_touch_and_key(qtbot: QtBot, theme: Theme) -> None:
    button = AssistButton(theme)
    framed(qtbot, button, theme.touch_px, theme.touch_px)
    told: list[int] = []
    button.clicked.connect(lambda: told.append(1))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(told) == 2
    assert min(button.sizeHint().toTuple()) / theme.px_per_mm >= 20.0


def test_the_sign_is_drawn_in_the_ink_of_the_theme(qtbot: QtBot, theme: Theme) -> None:
    button = AssistButton(theme)
    framed(qtbot, button, 100, 100)
    picture = button.grab().toImage()
    assert picture.pixelColor(50, 26) == theme.colour("primary_dark"), "the head"
    assert picture.pixelColor(50, 50) == theme.colour("primary_dark"), "the body"
