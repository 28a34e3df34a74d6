from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.widgets.page_buttons import PageButtons
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


def test_pages_go_round_and_are_told_in_the_halls_digits(qtbot: QtBot, theme: Theme, language: Language) -> None:
    buttons = PageButtons(theme)
    framed(qtbot, buttons, 1000, 100)
    turned: list[int] = []
    buttons.turned.connect(turned.append)
    for page in (0, 2):
        buttons.show_page(page, 3)
        QTest.mouseClick(buttons.before, Qt.MouseButton.LeftButton)
        QTest.mouseClick(buttons.after, Qt.MouseButton.LeftButton)
    assert turned == [2, 1, 1, 0]
    assert buttons.place.text == "3 من 3"
    language.set_digits("arabic_indic")
    buttons.show_page(1, 3)
    assert buttons.place.text == "٢ من ٣"
    assert (buttons.before.text(), buttons.after.text()) == ("السابق", "المزيد")
