from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtkit.program.full_screen import FullScreen


def test_the_window_covers_the_screen_and_hides_the_pointer(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    guard = FullScreen(window, hide_pointer=True)
    guard.cover(screen_number=7)
    assert window.isFullScreen()
    assert window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    guard.release()


def test_it_does_not_close_until_it_is_released(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    guard = FullScreen(window, hide_pointer=False)
    window.show()
    assert not window.close()
    assert window.isVisible()
    guard.release()
    assert window.close()
