"""What can happen to the demo's printer is offered in words, and each is one that the printer knows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kiosk.demo.paper_faults import PaperFaults, desk_font
from printer.emulator.acts import parse
from qtkit.language.language import Language
from qtkit.look.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""A popup wants to be raised and to hold the keyboard; the offscreen platform can do neither."""


def test_every_choice_is_told_in_words_that_the_printer_knows(qtbot: QtBot, theme: Theme, language: Language) -> None:
    menu = PaperFaults(theme)
    qtbot.addWidget(menu)
    wanted: list[str] = []
    menu.wanted.connect(wanted.append)
    menu.ask(QPoint(10, 10))
    choices = [action for action in menu.actions() if action.text()]
    for action in choices:
        action.trigger()
    assert len({parse(words) for words in wanted}) == len(choices) == 8
    assert not [one.text() for one in choices if any("a" <= letter <= "z" for letter in one.text())]


def test_it_speaks_the_language_that_is_shown_when_it_is_asked(qtbot: QtBot, theme: Theme, language: Language) -> None:
    menu = PaperFaults(theme)
    qtbot.addWidget(menu)
    menu.ask(QPoint(10, 10))
    language.show("en")
    menu.ask(QPoint(10, 10))
    assert menu.actions()[0].text() == "The paper is low"


def test_beside_a_small_window_it_can_still_be_read(theme: Theme) -> None:
    assert desk_font(Theme(440, 790, 12)).pixelSize() >= 13
    assert desk_font(theme).pixelSize() == theme.size("small")
