from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from counter_client.widgets.note_box import LINES, NoteBox
from qtkit.look.theme import Theme

LONGEST = 1000
WORDS = "انتظرت طويلًا "


def box(qtbot: QtBot, theme: Theme, longest: int = LONGEST) -> tuple[NoteBox, list[str]]:
    note = NoteBox(theme, longest)
    note.resize(690, note.height())
    qtbot.addWidget(note)
    note.show()
    told: list[str] = []
    note.written.connect(told.append)
    return note, told


def pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_long_text_wraps_and_can_be_read_whole(qtbot: QtBot, theme: Theme) -> None:
    note, _told = box(qtbot, theme)
    note.show_text(WORDS * 20)
    assert 2 < note.document().size().height() <= LINES, "a document of lines measures itself in lines"
    note.show_text((WORDS * 80)[:LONGEST])
    assert note.document().size().height() > LINES
    assert note.verticalScrollBar().maximum() > 0
    assert note.horizontalScrollBar().maximum() == 0


def test_keys_are_told_as_they_are_typed_and_enter_sends(qtbot: QtBot, theme: Theme) -> None:
    note, told = box(qtbot, theme)
    sent: list[bool] = []
    note.sent.connect(lambda: sent.append(True))
    qtbot.keyClicks(note, "ab")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert (told, sent, note.toPlainText()) == (["a", "ab"], [True], "ab")


def test_of_a_paste_that_is_too_long_what_has_room_is_taken_as_one_paragraph(qtbot: QtBot, theme: Theme) -> None:
    note, told = box(qtbot, theme, 8)
    note.insertFromMimeData(pasted("one\r\n two\nthree"))
    assert (note.toPlainText(), told[-1]) == ("one two ", "one two ")
    note.show_text("I")
    note.insertFromMimeData(pasted("\n wait"))
    assert note.toPlainText() == "I wait", "no two words become one"
    note.selectAll()
    note.insertFromMimeData(pasted("anew"))
    assert note.toPlainText() == "anew"


def test_a_key_more_than_there_is_room_for_is_not_taken_wherever_it_is_typed(qtbot: QtBot, theme: Theme) -> None:
    note, told = box(qtbot, theme, 3)
    qtbot.keyClicks(note, "abcd")
    note.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(note, "x")
    assert note.toPlainText() == "abc"
    assert max(map(len, told)) == 3


def test_what_is_shown_again_while_somebody_types_leaves_the_cursor(qtbot: QtBot, theme: Theme) -> None:
    note, told = box(qtbot, theme)
    note.show_text("abc")
    note.moveCursor(QTextCursor.MoveOperation.Start)
    note.show_text("abc")
    assert note.textCursor().position() == 0
    note.show_text("abcd")
    assert note.textCursor().position() == 4
    assert told == [], "nobody has typed anything"


def test_escape_and_function_keys_are_the_windows_and_tab_goes_on(qtbot: QtBot, theme: Theme) -> None:
    note, told = box(qtbot, theme)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F6, Qt.Key.Key_Tab):
        qtbot.keyClick(note, key)
    assert (told, note.toPlainText(), note.tabChangesFocus()) == ([], "", True)


def begins(note: NoteBox) -> float:
    """Return where the text begins, as a part of the box's width from the left."""
    cursor = note.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    return note.cursorRect(cursor).x() / note.viewport().width()


def test_an_arabic_text_begins_on_the_right_and_an_english_one_on_the_left(qtbot: QtBot, theme: Theme) -> None:
    note, told = box(qtbot, theme)
    note.show_text(WORDS)
    assert begins(note) > 0.9
    note.show_text("waited long")
    assert begins(note) < 0.1
    note.selectAll()
    note.insertPlainText("45 دقيقة")
    assert begins(note) > 0.9
    assert told[-1] == "45 دقيقة"


def test_an_empty_box_begins_where_the_screen_does(qtbot: QtBot, theme: Theme) -> None:
    note, _told = box(qtbot, theme)
    note.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert begins(note) > 0.5
    note.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert begins(note) < 0.5
