from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from counter_client.widgets.scrolling import plain_scrolling


def test_a_scrolled_area_has_no_ground_frame_or_focus_of_its_own(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(QWidget())
    plain_scrolling(area)
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert area.frameWidth() == 0
    assert not area.widget().autoFillBackground()
    assert not area.viewport().autoFillBackground()
