from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.widgets.body_stack import Bodies


class Screen(QWidget):
    """A screen that wants a square of one size, and needs half of it."""

    def __init__(self, side_px: int) -> None:
        super().__init__()
        self.side_px = side_px

    def sizeHint(self) -> QSize:
        return QSize(self.side_px, self.side_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() / 2


def test_the_room_is_that_of_the_screen_that_is_shown(qtbot: QtBot) -> None:
    bodies = Bodies()
    qtbot.addWidget(bodies)
    small, tall = Screen(100), Screen(900)
    for screen in (small, tall):
        bodies.addWidget(screen)
    assert (bodies.sizeHint(), bodies.minimumSizeHint()) == (QSize(100, 100), QSize(50, 50))
    bodies.setCurrentWidget(tall)
    assert (bodies.sizeHint(), bodies.minimumSizeHint()) == (QSize(900, 900), QSize(450, 450))


def test_without_a_screen_it_is_qts_own(qtbot: QtBot) -> None:
    bodies = Bodies()
    qtbot.addWidget(bodies)
    assert bodies.sizeHint().height() < 100
    assert bodies.minimumSizeHint().height() < 100
