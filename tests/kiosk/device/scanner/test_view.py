from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.device.scanner.presenter import ScannedView
from kiosk.device.scanner.view import SHOWN_S, ScannedScreen
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed

NAMES = {"ar": "التصرفات العقارية", "en": "Real-estate transactions"}
WAITING = ScannedView("reinstated", "A047", NAMES, people_ahead=3, wait_min=(5, 15))


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, language: Language) -> ScannedScreen:
    window = QWidget()
    framed(qtbot, window, 1920, 1080)
    return ScannedScreen(theme, language, Sentences(language), window)


def test_nothing_lies_over_the_kiosk_until_a_ticket_is_read(screen: ScannedScreen) -> None:
    assert not screen.isVisible()


def test_a_missed_ticket_that_waits_again_says_so_with_place_and_wait(
    screen: ScannedScreen, language: Language
) -> None:
    screen.show_view(WAITING)
    assert screen.isVisible()
    assert screen.headline.text == "عدت إلى قائمة الانتظار"
    assert (screen.number.text, screen.service.text) == ("A047", "التصرفات العقارية")
    assert (screen.ahead.figure.text, screen.wait.figure.text) == ("3 أشخاص", "من 5 إلى 15 دقيقة")
    language.show("en")
    QApplication.processEvents()
    assert screen.headline.text == "You are in the queue again"
    assert screen.service.text == "Real-estate transactions"


def test_a_called_ticket_sends_to_its_counter(screen: ScannedScreen, language: Language) -> None:
    language.show("en")
    screen.show_view(ScannedView("called", "A047", NAMES, counter=3))
    assert screen.advice.text.replace("\u2066", "").replace("\u2069", "") == "Please go to counter 3 now"
    assert (screen.ahead.figure.text, screen.wait.figure.text) == ("", "")


def test_a_code_that_is_no_ticket_shows_no_number(screen: ScannedScreen) -> None:
    screen.show_view(WAITING)
    screen.show_view(ScannedView("no_ticket_code"))
    assert not screen.number.isVisible()
    assert screen.service.text == ""


def test_it_closes_by_itself_announced_and_a_touch_gives_more_time(screen: ScannedScreen) -> None:
    screen.show_view(WAITING)
    screen._timer.stop()
    assert screen.closes.text == "تُغلق بعد 20 ثانية", "announced from its first second"
    for _ in range(SHOWN_S - 2):
        screen.pass_second()
    assert screen.closes.text == "تُغلق بعد ثانيتين"
    QTest.mouseClick(screen, Qt.MouseButton.LeftButton)
    assert screen.closes.text == "تُغلق بعد 20 ثانية"
    screen.pass_second()
    QTest.mouseClick(screen.more, Qt.MouseButton.LeftButton)
    assert screen.closes.text == "تُغلق بعد 20 ثانية"
    for _ in range(SHOWN_S - 1):
        screen.pass_second()
    assert screen.isVisible()
    screen.pass_second()
    assert not screen.isVisible()


@pytest.mark.parametrize("by", ["touch", "space", "escape"])
def test_one_touch_or_key_closes_it(screen: ScannedScreen, by: str) -> None:
    screen.show_view(WAITING)
    if by == "touch":
        QTest.mouseClick(screen.done, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(screen.done, Qt.Key.Key_Space if by == "space" else Qt.Key.Key_Escape)
    assert not screen.isVisible()
    assert not screen._timer.isActive()


def test_a_kiosk_that_is_about_to_start_again_answers_no_more(screen: ScannedScreen) -> None:
    screen.parentWidget().setEnabled(False)
    screen.show_view(WAITING)
    assert not screen.isVisible()


def test_it_covers_the_window_whatever_its_size(screen: ScannedScreen) -> None:
    screen.show_view(WAITING)
    screen.parentWidget().resize(1000, 700)
    assert screen.geometry() == screen.parentWidget().rect()


def test_the_number_and_the_button_are_large_and_whole(screen: ScannedScreen, theme: Theme) -> None:
    screen.show_view(WAITING)
    assert screen.number.height() > 150
    assert screen.done.height() >= theme.touch_px
    assert screen.rect().contains(screen.done.geometry())


def test_an_arrow_points_to_reception_where_only_that_can_help(qtbot: QtBot, theme: Theme, language: Language) -> None:
    window = QWidget()
    framed(qtbot, window, 1920, 1080)
    screen = ScannedScreen(theme, language, Sentences(language), window, towards="right")
    screen.show_view(ScannedView("missed", "A047", NAMES))
    assert (screen.arrow.isVisible(), screen.arrow.sign) == (True, "right")
    assert screen.reception.isVisible()
    told = {screen.reception.text, screen.reception.accessibleName(), screen.arrow.accessibleName()}
    assert told == {"الاستقبال على اليمين"}
    screen.show_view(WAITING)
    assert not screen.arrow.isVisible()
    assert not screen.reception.isVisible()
