from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton


def shown(qtbot: QtBot, theme: Theme, kind: str = "primary") -> ActionButton:
    button = ActionButton(theme, "back_button", kind)
    qtbot.addWidget(button)
    button.set_label("رجوع", "رجوع إلى القائمة")
    button.resize(button.sizeHint())
    button.show()
    return button


def test_it_is_pressed_by_mouse_and_key_and_has_its_names(qtbot: QtBot, theme: Theme) -> None:
    button, pressed = shown(qtbot, theme), []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (len(pressed), button.objectName(), button.accessibleName()) == (2, "back_button", "رجوع إلى القائمة")


def test_a_finger_fits_on_it(qtbot: QtBot, theme: Theme) -> None:
    button = shown(qtbot, theme)
    assert min(button.sizeHint().toTuple()) >= theme.touch_px
    small = ActionButton(theme, "small", touch=False)
    qtbot.addWidget(small)
    assert small.minimumHeight() < theme.touch_px


@pytest.mark.parametrize("kind", ["primary", "quiet", "alert"])
def test_each_kind_shows_press_focus_and_rest_differently(qtbot: QtBot, theme: Theme, kind: str) -> None:
    button = shown(qtbot, theme, kind)
    rest = button.grab().toImage()
    button.setDown(True)
    down = button.grab().toImage()
    button.setDown(False)
    button.setEnabled(False)
    off = button.grab().toImage()
    assert rest != down
    assert off not in (rest, down)


def test_its_kind_may_change(qtbot: QtBot, theme: Theme) -> None:
    button = shown(qtbot, theme, "quiet")
    before = button.grab().toImage()
    button.set_kind("primary")
    assert button.grab().toImage() != before
