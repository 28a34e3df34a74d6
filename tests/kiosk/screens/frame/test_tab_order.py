"""The tabulator goes from head to foot, also through controls that were made last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.frame.tab_order import put_in_order, stops
from qtkit.language.language import Language
from tests.kiosk.screens.test_window import all_views, window_at


def walked(window: QWidget, presses: int) -> list[str]:
    window.setFocus()
    names = []
    for _ in range(presses):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        names.append((window.focusWidget() or window).objectName())
    return names


def named(name: str, parent: QWidget) -> QPushButton:
    made = QPushButton(name, parent)
    made.setObjectName(name)
    parent.layout().addWidget(made)
    return made


def test_what_was_made_last_has_its_own_place(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    head, body, foot = (QWidget(window) for _ in range(3))
    QVBoxLayout(window)
    for part in (head, body, foot):
        window.layout().addWidget(part)
        QVBoxLayout(part)
    named("language", head)
    named("back", foot)
    body.layout().addWidget(QLabel("is read, and no stop"))
    for name in ("one", "two"):
        named(name, body)
    put_in_order(window, (head, body, foot))
    ordered = ["language", "one", "two", "back"]
    assert [stop.objectName() for stop in stops(window)] == ordered
    put_in_order(window, (head, body, foot))
    assert [stop.objectName() for stop in stops(window)] == ordered


def test_the_tiles_come_before_the_way_back(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, (1920, 1080, 21.5))
    window.show_view(dict(all_views("en"))["services"])
    QApplication.processEvents()
    names = walked(window, 4 + len(window.bodies.services.grid.tiles))
    assert names.index("back_button") > names.index("tile_A") > names.index("assist_button")
