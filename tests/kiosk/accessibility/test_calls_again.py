from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.accessibility.calls_again import CallsAgain
from tests.helpers.fake_hall import FakeHall
from tests.kiosk.conftest import Hand, Start


def press(hand: Hand, key: Qt.Key) -> None:
    QTest.keyClick(hand.window.focusWidget() or hand.window, key)


def calls_again(hand: Hand) -> CallsAgain:
    found = hand.window.findChild(CallsAgain)
    assert isinstance(found, CallsAgain)
    return found


def test_the_keypads_key_lets_boards_say_the_calls_again_on_every_screen(
    qtbot: QtBot, start: Start, hall: FakeHall
) -> None:
    hand = start(hall)
    press(hand, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: hall.repeats == 1 and not calls_again(hand).asking)
    press(hand, Qt.Key.Key_Down)
    press(hand, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: hall.repeats == 2)


def test_other_keys_ask_for_nothing(qtbot: QtBot, start: Start, hall: FakeHall) -> None:
    hand = start(hall)
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F3, Qt.Key.Key_Down):
        press(hand, key)
        assert not calls_again(hand).asking
    press(hand, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: hall.repeats == 1 and not calls_again(hand).asking)


def test_a_key_pressed_twice_before_the_answer_asks_once(qtbot: QtBot, start: Start, hall: FakeHall) -> None:
    hand = start(hall)
    press(hand, Qt.Key.Key_F4)
    assert calls_again(hand).asking
    press(hand, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: not calls_again(hand).asking)
    assert hall.repeats == 1
