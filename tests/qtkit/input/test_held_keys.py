"""A held key is one press, also where the system does not mark its repeats."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qtkit.input.held_keys import HeldKeys

Key = Qt.Key


class Pressed(QWidget):
    """Counts the presses that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.fixture
def widget(qtbot: QtBot, qapp: QApplication) -> Iterator[Pressed]:
    held = HeldKeys(qapp)
    pressed = Pressed()
    qtbot.addWidget(pressed)
    yield pressed
    qapp.removeEventFilter(held)


def send(widget: QWidget, key: Key, kind: QEvent.Type, at_ms: int, *, marked: bool = False) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", marked, 1)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(widget, event)


def hold(widget: QWidget, key: Key, *, marked: bool) -> None:
    """Hold a key from 1 s to 3 s as an X server tells it: pairs of release and press with one time."""
    send(widget, key, QEvent.Type.KeyPress, 1000)
    for at_ms in range(1660, 3000, 40):
        send(widget, key, QEvent.Type.KeyRelease, at_ms, marked=marked)
        send(widget, key, QEvent.Type.KeyPress, at_ms, marked=marked)
    send(widget, key, QEvent.Type.KeyRelease, 3000)


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_F3, Key.Key_1])
def test_a_held_key_is_one_press_and_the_next_press_counts(widget: Pressed, key: Key, marked: bool) -> None:
    hold(widget, key, marked=marked)
    assert widget.keys == [key]
    send(widget, key, QEvent.Type.KeyPress, 3100)
    assert widget.keys == [key, key]


def test_two_quick_presses_of_a_digit_are_two(widget: Pressed) -> None:
    for at_ms in (1000, 1120):
        send(widget, Key.Key_1, QEvent.Type.KeyPress, at_ms)
        send(widget, Key.Key_1, QEvent.Type.KeyRelease, at_ms + 60)
    assert widget.keys == [Key.Key_1, Key.Key_1]


def test_keys_that_walk_may_be_held(widget: Pressed) -> None:
    hold(widget, Key.Key_Down, marked=True)
    assert widget.keys == [Key.Key_Down] * 35, "the press and each of its 34 repeats"


def test_what_one_writes_may_repeat_but_enter_may_not(widget: Pressed, qtbot: QtBot) -> None:
    line = QLineEdit(widget)
    entered: list[str] = []
    line.returnPressed.connect(lambda: entered.append(line.text()))
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True, 1)
    for _ in range(3):
        QApplication.sendEvent(line, event)
    assert line.text() == "aaa"
    hold(line, Key.Key_Return, marked=False)
    assert entered == ["aaa"]
