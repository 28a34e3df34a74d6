from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from contracts.words.hall import Lane, VisitState
from counter_client.dialogs.search.presenter import derive_search
from counter_client.dialogs.search.view import SearchDialog
from counter_client.state.intents import ActOnFound, PickFound
from counter_client.state.state import Inputs, Search, Sheet, SheetKind
from counter_client.widgets.button import Button
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.counter_client.helpers.builders import at_work, serving, visit

FOUND = (
    visit("A047", VisitState.WAITING, counter=None, lane=Lane.PRIORITY),
    visit("B047", VisitState.SERVING, counter=5),
)


def searching(search: Search, **changes: object) -> Inputs:
    return at_work(sheet=Sheet(SheetKind.SEARCH, search=search), **changes)


def shown(qtbot: QtBot, theme: Theme, language: Language, inputs: Inputs) -> tuple[QWidget, SearchDialog]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = SearchDialog(theme, language, behind)
    behind.show()
    dialog.show_view(derive_search(inputs))
    return behind, dialog


def button(dialog: SearchDialog, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert found is not None
    return found


def test_whoever_has_the_number_is_told_with_where_he_stands(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, searching(Search("47", FOUND)))
    assert button(dialog, "found_1").text() == (
        "\u2066A047\u2069   ·   Housing assistance   ·   Priority   ·   has waited 20 min"
    )
    assert button(dialog, "found_2").text().endswith("being served at counter 5")
    assert not button(dialog, "found_3").isVisible()
    assert button(dialog, "act_on_found").text() == "Call this number"


def test_a_click_chooses_and_the_button_acts(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, searching(Search("47", FOUND)))
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    qtbot.mouseClick(button(dialog, "found_2"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(dialog, "act_on_found"), Qt.MouseButton.LeftButton)
    assert wishes == [PickFound("visit-B047"), ActOnFound()]
    dialog.show_view(derive_search(searching(Search("47", FOUND, "visit-B047"))))
    assert not button(dialog, "act_on_found").isVisible(), "another counter serves him"
    dialog.show_view(None)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("inputs", "hint"),
    [
        (searching(Search()), ""),
        (searching(Search("9")), "جارٍ البحث…"),
        (searching(Search("9", ())), "لا يوجد هذا الرقم اليوم. تحقق من أرقام التذكرة."),
    ],
)
def test_what_the_search_is_about_is_said(
    qtbot: QtBot, theme: Theme, arabic: Language, inputs: Inputs, hint: str
) -> None:
    _behind, dialog = shown(qtbot, theme, arabic, inputs)
    said = dialog.findChild(Words, "hint")
    assert said is not None
    assert said.text == hint


def test_with_a_visitor_at_the_counter_it_says_why_nobody_can_be_called(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    inputs = at_work(serving(), sheet=Sheet(SheetKind.SEARCH, search=Search("47", FOUND)))
    _behind, dialog = shown(qtbot, theme, english, inputs)
    said = dialog.findChild(Words, "hint")
    assert said is not None
    assert said.text.startswith("You have a visitor.")
    assert not button(dialog, "act_on_found").isVisible()
