from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qtkit.input.idle import IdleWatch
from tests.helpers.hand_driven import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def watch(qapp: QApplication, clock: HandClock) -> Iterator[IdleWatch]:
    watch = IdleWatch(now=clock)
    yield watch
    watch.stop()


@pytest.fixture
def window(qtbot: QtBot, watch: IdleWatch) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    watch.watch(window)
    return window


def test_the_idle_time_is_told_in_seconds(watch: IdleWatch, clock: HandClock) -> None:
    told: list[float] = []
    watch.ticking.connect(told.append)
    watch.check()
    clock.pass_s(12.5)
    watch.check()
    assert told == [0.0, 12.5]


def test_a_touch_a_key_and_a_wheel_count_from_zero_again(window: QWidget, watch: IdleWatch, clock: HandClock) -> None:
    device, handle = QTest.createTouchDevice(), window.windowHandle()
    touches = [
        lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(handle, Qt.Key.Key_A),
        lambda: QTest.touchEvent(handle, device).press(0, window.rect().center(), handle).commit(),
        lambda: QTest.wheelEvent(handle, QPointF(5, 5), QPoint(0, 120)),
    ]
    for touch in touches:
        told: list[float] = []
        clock.pass_s(30)
        touch()
        watch.ticking.connect(told.append)
        watch.check()
        watch.ticking.disconnect(told.append)
        assert told == [0.0]


def test_a_touch_counts_whichever_control_has_it(window: QWidget, watch: IdleWatch, clock: HandClock) -> None:
    button = QPushButton("press", window)
    button.setGeometry(window.rect())
    button.show()
    touched: list[bool] = []
    watch.touched.connect(lambda: touched.append(True))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=window.rect().center())
    assert touched == [True]


def test_the_timer_tells_by_itself_once_started(qtbot: QtBot, watch: IdleWatch) -> None:
    with qtbot.waitSignals([watch.touched, watch.ticking], timeout=60_000):
        watch.start()


def test_a_stopped_watch_tells_nothing_more(window: QWidget, watch: IdleWatch) -> None:
    touches: list[bool] = []
    watch.start()
    watch.touched.connect(lambda: touches.append(True))
    watch.stop()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert touches == []
    assert not watch._timer.isActive()
