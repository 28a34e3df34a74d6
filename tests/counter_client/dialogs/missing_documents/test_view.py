from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.dialogs.missing_documents.presenter import derive_missing
from counter_client.dialogs.missing_documents.view import MissingDialog
from counter_client.state.intents import SendMissing, ToggleMissing, WriteNote
from counter_client.state.state import FinishDraft, Inputs, Notice, Sheet, SheetKind, Tone
from counter_client.widgets.button import Button
from counter_client.widgets.note_field import NoteField
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.conftest import type_text
from tests.counter_client.helpers.builders import at_work, serving, with_documents

LISTED = at_work(
    serving(),
    hall=with_documents(),
    sheet=Sheet(SheetKind.MISSING, ticket="A047", service="A", finish=FinishDraft(missing=("سند الملكية",))),
)
WITHOUT_LIST = at_work(serving(), sheet=Sheet(SheetKind.MISSING, ticket="B012", service="B"))


def shown(
    qtbot: QtBot, theme: Theme, language: Language, inputs: Inputs
) -> tuple[QWidget, MissingDialog, list[object]]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = MissingDialog(theme, language, behind)
    behind.show()
    dialog.show_view(derive_missing(inputs))
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    return behind, dialog, wishes


def field(dialog: MissingDialog) -> NoteField:
    found = dialog.findChild(NoteField, "other_document")
    assert found is not None
    return found


def button(dialog: MissingDialog, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert found is not None
    return found


def test_the_list_is_ticked_in_words_not_by_colour_alone(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, wishes = shown(qtbot, theme, english, LISTED)
    assert (button(dialog, "document_1").text(), button(dialog, "document_1").key) == ("✓  Title deed", "1")
    assert button(dialog, "document_2").text() == "Identity card"
    qtbot.mouseClick(button(dialog, "document_2"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(dialog, "send_missing"), Qt.MouseButton.LeftButton)
    assert wishes == [ToggleMissing("البطاقة الشخصية"), SendMissing()]


def test_what_is_typed_is_told_and_enter_sends_it(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, wishes = shown(qtbot, theme, english, LISTED)
    type_text(field(dialog), "رسم")
    qtbot.keyClick(field(dialog), Qt.Key.Key_Return)
    assert wishes[-2:] == [WriteNote("رسم"), SendMissing()]


def test_without_a_list_the_line_is_written_in_at_once(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    _behind, dialog, _wishes = shown(qtbot, theme, arabic, WITHOUT_LIST)
    assert dialog.focusWidget() is field(dialog)
    assert not [one for one in dialog.findChildren(Button) if one.objectName().startswith("document_")]


def test_it_goes_when_it_is_closed_and_shows_what_is_wrong(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _wishes = shown(qtbot, theme, english, LISTED)
    wrong = Sheet(SheetKind.MISSING, service="A", notice=Notice(Tone.WARNING, "choose_missing"))
    dialog.show_view(derive_missing(at_work(serving(), hall=with_documents(), sheet=wrong)))
    strip = dialog.findChild(QWidget, "missing_notice")
    assert strip is not None
    assert strip.accessibleName().startswith("No document is named yet")
    dialog.show_view(None)
    assert not dialog.isVisible()
