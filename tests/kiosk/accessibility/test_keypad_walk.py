from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.accessibility.keypad import DEFAULT_KEYPAD
from kiosk.accessibility.keypad_walk import KeypadWalk
from kiosk.screens.window import KioskWindow
from qtkit.language.language import Language
from qtkit.look.looks import Looks
from tests.helpers.replacing import replace
from tests.kiosk.screens.test_window import SIZES, all_views, window_at


def press(window: KioskWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)
    QApplication.processEvents()


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_the_way_goes_in_reading_order_round_and_round(qtbot: QtBot, language: Language, tag: str) -> None:
    window = window_at(qtbot, language, SIZES[0])
    walk = KeypadWalk(window, DEFAULT_KEYPAD, window)
    window.show_view(dict(all_views(tag))["services"])
    QApplication.processEvents()
    names = [stop.objectName() for stop in walk.stops()]
    tiles = [tile.objectName() for tile in window.bodies.services.grid.tiles]
    assert names[: len(tiles) + 1] == ["priority_switch", *tiles]
    assert names[len(tiles) + 1 :] == ["back_button", "assist_button", "language_button"]
    walked = []
    for _ in range(len(names) + 1):
        press(window, Qt.Key.Key_Down)
        focused = window.focusWidget()
        assert focused is not None
        walked.append(focused.objectName())
    assert walked == [*names, names[0]]
    press(window, Qt.Key.Key_Up)
    assert window.focusWidget() is walk.stops()[-1]


def test_choose_presses_where_the_keyboard_is_and_nothing_before(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    walk = KeypadWalk(window, DEFAULT_KEYPAD, window)
    chosen: list[str] = []
    pressed: list[str] = []
    window.tile_chosen.connect(chosen.append)
    walk.pressed.connect(pressed.append)
    window.show_view(dict(all_views("en"))["services"])
    QApplication.processEvents()
    press(window, Qt.Key.Key_Return)
    assert chosen == []
    for key in (*[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return, Qt.Key.Key_F1):
        press(window, key)
    assert chosen == ["L"]
    assert pressed == ["next", "next", "next", "choose", "repeat"]


def test_every_control_of_every_screen_is_on_the_way(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[3])
    walk = KeypadWalk(window, DEFAULT_KEYPAD, window)
    for looks in (Looks(), Looks(200)):
        for name, view in all_views("en"):
            window.show_view(replace(view, looks=looks))
            QApplication.processEvents()
            walked = set()
            for _ in walk.stops():
                press(window, Qt.Key.Key_Tab)
                focused = window.focusWidget()
                assert focused is not None
                walked.add(focused)
            assert walked == set(walk.stops()), name
            assert all(stop.visibleRegion().isEmpty() is False for stop in [window.focusWidget()] if stop), name


def test_the_announcement_of_the_end_comes_first(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    walk = KeypadWalk(window, DEFAULT_KEYPAD, window)
    window.show_view(dict(all_views("en"))["ending"])
    QApplication.processEvents()
    assert walk.stops()[0].objectName() == "more_time_button"


def test_it_goes_on_when_the_parts_are_made_anew(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    KeypadWalk(window, DEFAULT_KEYPAD, window)
    view = dict(all_views("en"))["assist"]
    window.show_view(view)
    QApplication.processEvents()
    press(window, Qt.Key.Key_Down)
    window.show_view(replace(view, looks=Looks(150)))
    QApplication.processEvents()
    press(window, Qt.Key.Key_Down)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "assist_contrast"
