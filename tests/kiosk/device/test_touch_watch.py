"""Touches are felt where they come in, each once, whatever has them then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.device.touch_guard import CALM_S, GHOST_TOUCHES, STUCK_S
from kiosk.device.touch_watch import TouchWatch
from tests.helpers.hand_driven import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def watch(qapp: QApplication, clock: HandClock) -> Iterator[TouchWatch]:
    made = TouchWatch(clock)
    yield made
    made.stop()


@pytest.fixture
def button(qtbot: QtBot, watch: TouchWatch) -> QPushButton:
    made = QPushButton("press")
    qtbot.addWidget(made)
    made.resize(200, 100)
    with qtbot.waitExposed(made):
        made.show()
    watch.watch(made)
    return made


def heard(watch: TouchWatch) -> list[str]:
    told: list[str] = []
    watch.changed.connect(lambda why, _ends_in_s: told.append(why) if told[-1:] != [why] else None)
    return told


def test_a_screen_that_touches_itself_is_told_once_and_so_is_its_end(
    watch: TouchWatch, clock: HandClock, button: QPushButton
) -> None:
    told, pressed = heard(watch), []
    button.clicked.connect(lambda: pressed.append(1))
    for _ in range(GHOST_TOUCHES + 5):
        QTest.mouseClick(button.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
        clock.pass_s(0.1)
    assert len(pressed) == GHOST_TOUCHES + 5, "the touches themselves go on to the control"
    assert told == ["touch_ghost"]
    clock.pass_s(CALM_S)
    watch.look()
    assert told == ["touch_ghost", ""]


def test_each_touch_counts_once_by_finger_and_by_mouse(
    watch: TouchWatch, clock: HandClock, button: QPushButton
) -> None:
    device = QTest.createTouchDevice()
    for _ in range(7):
        QTest.touchEvent(button.windowHandle(), device).press(0, QPoint(50, 50), button.windowHandle()).commit()
        QTest.touchEvent(button.windowHandle(), device).release(0, QPoint(50, 50), button.windowHandle()).commit()
        QTest.mouseClick(button.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert len(watch._guard.touches) == 14


def test_a_double_click_is_two_touches(watch: TouchWatch, clock: HandClock, button: QPushButton) -> None:
    QTest.mouseDClick(button.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert len(watch._guard.touches) == 2


def test_a_finger_that_stays_is_noticed_by_time_alone(watch: TouchWatch, clock: HandClock, button: QPushButton) -> None:
    told = heard(watch)
    QTest.mousePress(button.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    clock.pass_s(STUCK_S + 1)
    watch.look()
    assert told == ["touch_stuck"]
    QTest.mouseRelease(button.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))


def test_staff_at_the_screen_forgive(watch: TouchWatch, clock: HandClock, button: QPushButton) -> None:
    told = heard(watch)
    QTest.mousePress(button.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    clock.pass_s(STUCK_S + 1)
    watch.look()
    watch.forgive()
    assert told == ["touch_stuck", ""]


def test_the_seconds_of_a_pause_are_told_as_they_pass(watch: TouchWatch, clock: HandClock, button: QPushButton) -> None:
    told: list[tuple[str, int | None]] = []
    watch.changed.connect(lambda why, ends_in_s: told.append((why, ends_in_s)))
    for _ in range(GHOST_TOUCHES):
        QTest.mouseClick(button.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    for _ in range(3):
        clock.pass_s(1)
        watch.look()
    assert told[-3:] == [("touch_ghost", 29), ("touch_ghost", 28), ("touch_ghost", 27)]
