from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qtkit.first_paint import FirstPaint


class Watched(QWidget):
    """A window that counts how often it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(80, 60)
        self.painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def test_a_window_is_painted_with_all_its_parts_before_the_start_goes_on(qtbot: QtBot) -> None:
    window = Watched()
    part = Watched()
    part.setParent(window)
    qtbot.addWidget(window)
    paint = FirstPaint(window)
    window.show()
    assert window.painted == 0
    assert paint.wait()
    assert (window.painted, part.painted) == (1, 1)


def test_a_window_that_is_painted_already_keeps_nobody_waiting(qtbot: QtBot) -> None:
    window = Watched()
    qtbot.addWidget(window)
    paint = FirstPaint(window, patience_ms=60_000)
    window.show()
    qtbot.waitUntil(lambda: window.painted > 0)
    assert paint.wait()


def test_a_window_that_nobody_can_see_does_not_keep_its_program_from_starting(qtbot: QtBot) -> None:
    window = Watched()  # never shown
    qtbot.addWidget(window)
    assert not FirstPaint(window, patience_ms=10).wait()


def test_what_is_touched_meanwhile_is_not_lost(qtbot: QtBot) -> None:
    window = QPushButton("x")
    qtbot.addWidget(window)
    touched: list[bool] = []
    window.clicked.connect(lambda: touched.append(True))
    paint = FirstPaint(window)
    QTimer.singleShot(0, window.click)
    window.show()
    assert paint.wait()
    qtbot.waitUntil(lambda: touched == [True])


def test_it_looks_no_more_once_it_has_seen_the_paint(qtbot: QtBot) -> None:
    class Bystander(QObject):
        gone = Signal()

    window, bystander = Watched(), Bystander()
    qtbot.addWidget(window)
    paint = FirstPaint(window)
    paint.destroyed.connect(bystander.gone)
    window.show()
    with qtbot.waitSignal(bystander.gone):
        paint.wait()
