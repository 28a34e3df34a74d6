from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qtkit.parts.call_row import CallRow, CallRowContent
from qtkit.theme import Theme


def test_a_row_says_ticket_and_counter(qtbot: QtBot, theme: Theme) -> None:
    row = CallRow(theme, "call_0")
    qtbot.addWidget(row)
    row.show_content(CallRowContent("A047", "3", "الأراضي"))
    assert row.accessibleName() == "A047، 3"
    assert row.content == CallRowContent("A047", "3", "الأراضي")


def test_an_empty_row_paints_nothing_and_the_newest_stands_out(qtbot: QtBot, theme: Theme) -> None:
    row = CallRow(theme, "call_0")
    qtbot.addWidget(row)
    row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # whatever a test before has left the program in
    row.resize(600, 120)
    empty = row.grab().toImage()
    row.show_content(CallRowContent("A047", "3"))
    plain = row.grab().toImage()
    row.show_content(CallRowContent("A047", "3", strong=True))
    strong = row.grab().toImage()
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert empty != plain != strong != row.grab().toImage()
    row.show_content(None)
    assert (row.grab().toImage(), row.accessibleName()) == (empty, "")
