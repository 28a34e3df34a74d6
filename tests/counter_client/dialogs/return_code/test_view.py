from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.dialogs.return_code.presenter import derive_return_code
from counter_client.dialogs.return_code.view import ReturnCodeDialog
from counter_client.state.actions import Action
from counter_client.state.intents import CloseSheet, Do
from counter_client.state.state import Inputs, Result, Sheet, SheetKind
from counter_client.texts.texts import kiosk_name
from counter_client.widgets.button import Button
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.counter_client.helpers.builders import at_work, changed, slip, with_documents

TOLD = at_work(
    hall=with_documents(),
    sheet=Sheet(SheetKind.RETURN_CODE, result=Result(slip=slip("سند الملكية"), printed_at="Kiosk 1")),
)
BY_WORD = at_work(sheet=Sheet(SheetKind.RETURN_CODE, result=Result(slip=slip())))


def shown(qtbot: QtBot, theme: Theme, language: Language, inputs: Inputs) -> tuple[QWidget, ReturnCodeDialog]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = ReturnCodeDialog(theme, language, behind)
    behind.show()
    dialog.show_view(derive_return_code(inputs))
    return behind, dialog


def words(dialog: ReturnCodeDialog, name: str) -> str:
    found = dialog.findChild(Words, name)
    assert found is not None
    return found.text


def test_the_code_stands_in_two_groups_with_its_last_day(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, TOLD)
    assert words(dialog, "code") == "\u20664821 3377\u2069"
    told = {one.text for one in dialog.findChildren(Words) if one.isVisible()}
    assert "Valid until \u206602/12/2026\u2069" in told
    assert "Missing: Title deed" in told


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        (TOLD, "It is printed at \u2066Kiosk 1\u2069."),
        (BY_WORD, "No kiosk can print it now. Write the code down for the visitor."),
        (changed(TOLD, own_printer=True), "The printer of this counter prints it."),
    ],
)
def test_where_the_paper_comes_out_is_said(
    qtbot: QtBot, theme: Theme, english: Language, inputs: Inputs, told: str
) -> None:
    _behind, dialog = shown(qtbot, theme, english, inputs)
    assert words(dialog, "paper") == told


def test_a_kiosk_of_kind_and_number_is_named_in_arabic_and_an_own_name_stays(
    qtbot: QtBot, theme: Theme, arabic: Language
) -> None:
    _behind, dialog = shown(qtbot, theme, arabic, TOLD)
    assert words(dialog, "paper") == "يُطبع في \u2066جهاز التذاكر 1\u2069."
    assert kiosk_name("kiosk 2") == "جهاز التذاكر 2"
    assert kiosk_name("Entrance") == "Entrance"


def test_it_is_printed_again_and_left_by_its_buttons(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    _behind, dialog = shown(qtbot, theme, arabic, TOLD)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    for name in ("print_again", "go_on"):
        button = dialog.findChild(Button, name)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wishes == [Do(Action.REPRINT), CloseSheet()]
    dialog.show_view(None)
    assert not dialog.isVisible()


def test_a_long_list_of_what_is_missing_is_written_in_as_many_lines_as_it_needs(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    many = slip(*(f"Certified copy of document number {n}" for n in range(8)))
    _behind, dialog = shown(
        qtbot, theme, english, at_work(sheet=Sheet(SheetKind.RETURN_CODE, result=Result(slip=many)))
    )
    missing = next(one for one in dialog.findChildren(Words) if one.text.startswith("Missing:"))
    assert missing.height() == missing.heightForWidth(dialog.inner_width)
    assert missing.height() > 3 * missing.sizeHint().height() / 2
