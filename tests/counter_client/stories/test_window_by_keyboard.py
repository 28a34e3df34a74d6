"""The counter's window while an agent works: title, digits, language, and how it is put away and fetched back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.counter_client.conftest import Seat, call_first_of_three

Key = Qt.Key


def test_the_language_changes_while_working_and_loses_nothing(seat: Seat, language: str) -> None:
    call_first_of_three(seat)
    before = seat.counter.window.windowTitle()
    seat.press(Key.Key_F11)
    assert seat.inputs.language != language
    assert seat.ticket == "B012"
    assert seat.counter.window.windowTitle() != before
    rtl = seat.counter.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert rtl is (seat.inputs.language == "ar")


def test_the_window_title_tells_counter_and_agent(seat: Seat, language: str) -> None:
    seat.sign_in()
    parts = {"ar": ("النافذة 3", "سعيد بن ناصر الحارثي"), "en": ("Counter 3", "Huda Al Rawahi")}[language]
    assert all(part in seat.counter.window.windowTitle() for part in parts)


@pytest.mark.parametrize("language", ["ar"])
def test_a_hall_that_counts_in_arabic_digits_is_shown_so(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.digits = "arabic_indic"
    seat.hall.cut()
    seat.hall.heal()
    seat.until(lambda: seat.inputs.hall is not None and seat.inputs.hall.digits == "arabic_indic")
    assert "٣" in seat.counter.window.windowTitle()


@pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
def test_the_menu_puts_the_window_away_for_the_bar_and_its_button_brings_it_back(seat: Seat) -> None:
    seat.sign_in()
    seat.press(Qt.Key.Key_F7)
    seat.press(Qt.Key.Key_T)
    assert seat.counter.bar.isVisible()
    assert seat.counter.window.isMinimized()
    QTest.mouseClick(seat.counter.bar.findChild(QWidget, "bar_window"), Qt.MouseButton.LeftButton)
    assert not seat.counter.window.isMinimized()
    assert not seat.counter.bar.isVisible()


@pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
def test_the_desktops_own_key_for_windows_fetches_the_window_back_from_the_bar(seat: Seat) -> None:
    seat.sign_in()
    seat.press(Qt.Key.Key_F7)
    seat.press(Qt.Key.Key_T)
    seat.counter.window.showNormal()  # as the desktop does for Alt+Tab
    seat.until(lambda: not seat.inputs.pc.bar)
    assert not seat.counter.bar.isVisible()
    seat.press(Qt.Key.Key_F7)
    seat.press(Qt.Key.Key_T)
    assert seat.counter.window.isMinimized()


def test_an_escape_too_many_does_not_put_the_window_away(seat: Seat) -> None:
    seat.sign_in()
    seat.press(Qt.Key.Key_Escape)
    assert not seat.counter.bar.isVisible()
    assert not seat.counter.window.isMinimized()
