from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_client.widgets.note_field import NoteField
from qtkit.look.theme import Theme


def field(qtbot: QtBot, theme: Theme) -> NoteField:
    note = NoteField(theme, 10)
    qtbot.addWidget(note)
    return note


def cursor_at(note: NoteField) -> int:
    note.grab()  # Qt moves the text to its side when it paints it
    return note.cursorRect().center().x()


def test_typing_is_told_and_showing_is_not(qtbot: QtBot, theme: Theme) -> None:
    note = field(qtbot, theme)
    told: list[str] = []
    note.written.connect(told.append)
    note.show_text("deed", "hint")
    qtbot.keyClicks(note, "s")
    assert told == ["deeds"]


def test_the_cursor_stays_where_somebody_is_typing(qtbot: QtBot, theme: Theme) -> None:
    note = field(qtbot, theme)
    note.show_text("deed", "hint")
    note.setCursorPosition(1)
    note.show_text("deed", "hint")
    assert note.cursorPosition() == 1


def test_it_takes_no_more_than_the_contract_does(qtbot: QtBot, theme: Theme) -> None:
    note = field(qtbot, theme)
    qtbot.keyClicks(note, "x" * 20)
    assert len(note.text()) == 10


def test_enter_sends_once(qtbot: QtBot, theme: Theme) -> None:
    note = field(qtbot, theme)
    sent: list[str] = []
    note.sent.connect(lambda: sent.append("sent"))
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert sent == ["sent"]


def test_an_empty_field_has_its_cursor_where_the_screen_begins_and_a_text_where_it_begins(
    qtbot: QtBot, theme: Theme
) -> None:
    note = field(qtbot, theme)
    note.resize(400, note.height())
    note.show()
    note.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert cursor_at(note) > 300, "beside the Arabic hint"
    note.show_text("deed", "hint")
    assert cursor_at(note) < 200
    note.show_text("", "hint")
    assert cursor_at(note) > 300
    note.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert cursor_at(note) < 100
    note.show_text("سند", "hint")
    assert cursor_at(note) > 200
