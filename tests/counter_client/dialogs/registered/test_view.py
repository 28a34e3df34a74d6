from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.dialogs.registered.presenter import derive_registered
from counter_client.dialogs.registered.view import RegisteredDialog
from counter_client.hall import replies
from counter_client.state.actions import Action
from counter_client.state.intents import CloseSheet, Do
from counter_client.state.state import Inputs, Practice
from counter_client.widgets.button import Button
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.counter_client.dialogs.registered.test_presenter import MADE, SHEET
from tests.counter_client.helpers.builders import at_work, changed
from tests.helpers.replacing import replace

TOLD = at_work(sheet=SHEET)


def shown(qtbot: QtBot, theme: Theme, language: Language, inputs: Inputs) -> tuple[QWidget, RegisteredDialog]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = RegisteredDialog(theme, language, behind)
    behind.show()
    dialog.show_view(derive_registered(replace(inputs, language=language.tag)))
    return behind, dialog


def words(dialog: RegisteredDialog, name: str) -> Words:
    found = dialog.findChild(Words, name)
    assert found is not None
    return found


def test_the_numbers_and_the_day_stand_large(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, TOLD)
    assert words(dialog, "numbers").text == "\u2066M-1\u2069\n\u20662026/88\u2069"
    assert words(dialog, "latest").text == "Refer by \u206630/11/2026\u2069"
    assert not words(dialog, "expected").isVisible()
    assert "2 requests registered" in {one.text for one in dialog.findChildren(Words)}


def test_ten_numbers_fit_the_smallest_window(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    long = tuple(replace(MADE[0], shown=f"MUSCAT-1-26-{n:06}", latest_expected=True) for n in range(10))
    behind, dialog = shown(
        qtbot, theme, arabic, at_work(sheet=replace(SHEET, result=replace(SHEET.result, registered=long)))
    )
    many, go_on = words(dialog, "many_numbers"), dialog.findChild(Button, "registered_go_on")
    assert go_on is not None
    assert many.text.count("\n") == 9
    qtbot.waitUntil(lambda: many.height() >= 10 * many.fontMetrics().height())  # the layout is made
    assert go_on.mapTo(behind, go_on.rect().bottomLeft()).y() < behind.height()
    assert words(dialog, "expected").isVisible()


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        (TOLD, "The receipt is printed at \u2066Kiosk 1\u2069."),
        (
            replace(TOLD, sheet=replace(SHEET, result=replace(SHEET.result, printed_at=None))),
            "No kiosk can print the receipt now. Write the number down for the visitor.",
        ),
        (changed(TOLD, own_printer=True), "The printer of this counter prints the receipt."),
        (changed(TOLD, practice=Practice("1")), "Nothing is printed: this is training."),
    ],
)
def test_where_the_receipt_comes_out_is_said(
    qtbot: QtBot, theme: Theme, english: Language, inputs: Inputs, told: str
) -> None:
    _behind, dialog = shown(qtbot, theme, english, inputs)
    assert words(dialog, "receipt").text == told


def test_it_is_printed_again_and_left_by_its_buttons(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    _behind, dialog = shown(qtbot, theme, arabic, TOLD)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    for name in ("receipt_again", "registered_go_on"):
        button = dialog.findChild(Button, name)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wishes == [Do(Action.REPRINT), CloseSheet()]
    dialog.show_view(None)
    assert not dialog.isVisible()


def test_a_printer_that_failed_is_not_said_to_print(qtbot: QtBot, theme: Theme, english: Language) -> None:
    own = at_work(sheet=SHEET, own_printer=True)
    _behind, dialog = shown(qtbot, theme, english, own)
    assert words(dialog, "receipt").isVisible()
    _behind, dialog = shown(qtbot, theme, english, replies.printed(own, "paper_failed"))
    assert not words(dialog, "receipt").isVisible()
