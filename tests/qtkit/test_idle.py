from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtkit.idle import IdleWatch
from tests.helpers.hand_driven import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def watch(qapp: QApplication, clock: HandClock) -> Iterator[IdleWatch]:
    watch = IdleWatch(qapp, now=clock)
    yield watch
    qapp.removeEventFilter(watch)


def test_the_idle_time_is_told_in_seconds(watch: IdleWatch, clock: HandClock) -> None:
    told: list[float] = []
    watch.ticking.connect(told.append)
    watch.check()
    clock.pass_s(12.5)
    watch.check()
    assert told == [0.0, 12.5]


def test_a_touch_a_key_and_a_wheel_count_from_zero_again(qtbot: QtBot, watch: IdleWatch, clock: HandClock) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    device = QTest.createTouchDevice()
    touches = [
        lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(window, Qt.Key.Key_A),
        lambda: QTest.touchEvent(window, device).press(0, window.rect().center()).commit(),
    ]
    for touch in touches:
        told: list[float] = []
        clock.pass_s(30)
        touch()
        watch.ticking.connect(told.append)
        watch.check()
        watch.ticking.disconnect(told.append)
        assert told == [0.0]


def test_the_timer_tells_by_itself_once_started(qtbot: QtBot, watch: IdleWatch) -> None:
    with qtbot.waitSignals([watch.touched, watch.ticking], timeout=3000):
        watch.start()


def test_a_stopped_watch_tells_nothing_more(qtbot: QtBot, watch: IdleWatch) -> None:
    touches: list[bool] = []
    watch.start()
    watch.touched.connect(lambda: touches.append(True))
    watch.stop()
    widget = QWidget()
    qtbot.addWidget(widget)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert touches == []
    assert not watch._timer.isActive()
