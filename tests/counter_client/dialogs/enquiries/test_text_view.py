from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.dialogs.enquiries.presenter import derive_enquiry_text
from counter_client.dialogs.enquiries.text_view import EnquiryTextDialog
from counter_client.state.actions import Action
from counter_client.state.intents import SendText, WriteNote
from counter_client.state.state import EnquiryDraft, Sheet, SheetKind
from counter_client.widgets.button import Button
from counter_client.widgets.note_box import NoteBox
from counter_client.widgets.note_field import NoteField
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.counter_client.helpers.builders import at_work
from tests.counter_client.helpers.open_enquiries import ANSWERED, listed
from tests.helpers.replacing import replace

CORRECTING = replace(listed(ANSWERED, row=3), kind=SheetKind.ENQUIRY_TEXT, asks=Action.ANSWER, note="From Sunday on")

FIELDS: tuple[tuple[type[QWidget], str], ...] = (
    (NoteBox, "note_box"),
    (NoteField, "enquiry_line"),
    (Words, "length"),
)


def shown(qtbot: QtBot, theme: Theme, language: Language, sheet: Sheet) -> tuple[QWidget, EnquiryTextDialog]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = EnquiryTextDialog(theme, language, behind)
    behind.show()
    dialog.show_view(derive_enquiry_text(at_work(sheet=sheet, language=language.tag)))
    return behind, dialog


def test_it_says_which_question_is_answered_and_shows_what_was_written(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    _behind, dialog = shown(qtbot, theme, english, CORRECTING)
    told = [one.text for one in dialog.findChildren(Words) if one.isVisible()]
    assert told[:2] == ["Answer", "\u20663\u2069   ·   Land grants"]
    assert "Question: \u2068Since when?\u2069" in told
    line = dialog.findChild(NoteField)
    assert line is not None
    assert line.text() == "From Sunday on"


def test_a_new_question_is_asked_for_without_names_or_numbers(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    _behind, dialog = shown(
        qtbot, theme, arabic, Sheet(SheetKind.ENQUIRY_TEXT, topic="t", enquiry=EnquiryDraft(channel="email"))
    )
    told = [one.text for one in dialog.findChildren(Words) if one.isVisible()]
    assert "باختصار، دون أسماء أو أرقام هواتف" in told
    assert not any(text.startswith("السؤال:") for text in told)


def test_it_is_written_in_and_sent(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, CORRECTING)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    line, send = dialog.findChild(NoteField), dialog.findChild(Button, "send_text")
    assert line is not None
    assert send is not None
    qtbot.keyClicks(line, "!")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(send, Qt.MouseButton.LeftButton)
    assert wishes == [WriteNote("From Sunday on!"), SendText(), SendText()]
    dialog.show_view(None)
    assert not dialog.isVisible()


def test_a_complaint_is_written_in_a_box_that_tells_how_long_it_is(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    sheet = Sheet(SheetKind.ENQUIRY_TEXT, asks=Action.COMPLAINT, reason="complaint", note="I waited an hour. " * 20)
    _behind, dialog = shown(qtbot, theme, english, sheet)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    box, line, length = (dialog.findChild(kind, name) for kind, name in FIELDS)
    assert isinstance(box, NoteBox)
    assert isinstance(length, Words)
    assert line is not None
    assert (box.isVisible(), line.isVisible(), length.text) == (True, False, "\u2066360 / 1000\u2069")
    assert box.accessibleName() == "In the visitor's words, without names or phone numbers"
    qtbot.keyClicks(box, "!")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert wishes == [WriteNote(sheet.note + "!"), SendText()]
    dialog.show_view(derive_enquiry_text(at_work(sheet=CORRECTING, language="en")))
    assert (box.isVisible(), line.isVisible(), length.isVisible()) == (False, True, False)
