from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.screens.help.presenter import EVERYWHERE, derive_assist
from kiosk.screens.help.view import AssistScreen
from kiosk.visitor.help_options import Assist, turned
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed

ALL = EVERYWHERE | {"spoken", "signed"}


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, language: Language) -> AssistScreen:
    screen = AssistScreen(theme, language)
    framed(qtbot, screen, 1800, 800)
    return screen


def test_on_and_off_are_told_in_words(screen: AssistScreen, language: Language) -> None:
    language.show("en")
    screen.show_view(derive_assist(turned(turned(Assist(), "text"), "contrast"), ALL))
    told = [(tile.content.title, tile.content.aside, tile.content.selected) for tile in screen.grid.tiles]
    assert told == [
        ("Larger text", "\u2066150%\u2069", True),
        ("High contrast", "On", True),
        ("Lower buttons", "Off", False),
        ("Spoken guide", "Off", False),
        ("Sign language", "Off", False),
    ]


def test_a_touched_switch_is_told(screen: AssistScreen) -> None:
    chosen: list[str] = []
    screen.chosen.connect(chosen.append)
    screen.show_view(derive_assist(Assist(), ALL))
    for tile in screen.grid.tiles:
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert chosen == ["text", "contrast", "reach", "spoken", "signed"]


def test_it_speaks_the_language_that_is_chosen_meanwhile(screen: AssistScreen, language: Language) -> None:
    screen.show_view(derive_assist(Assist()))
    before = screen.question.text
    language.show("en")
    QApplication.processEvents()
    assert before != screen.question.text == "Accessibility options"
