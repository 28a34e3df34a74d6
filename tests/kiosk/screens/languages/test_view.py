from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.screens.languages.view import LanguagesScreen
from kiosk.screens.view_data.visitor import LanguagesView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed

FIVE = ("ar", "en", "ur", "hi", "bn")


def test_each_language_is_found_by_its_own_name_whichever_is_shown(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    screen = LanguagesScreen(theme, language)
    framed(qtbot, screen, 1800, 800)
    screen.show_view(LanguagesView(FIVE))
    chosen: list[str] = []
    screen.language_chosen.connect(chosen.append)
    for tile in screen.grid.tiles:
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tuple(chosen) == FIVE
    names = [tile.content.title for tile in screen.grid.tiles]
    assert names == ["العربية", "English", "اردو", "हिन्दी", "বাংলা"]
    assert [tile.content.selected for tile in screen.grid.tiles].index(True) == 0
    language.show("bn")
    QApplication.processEvents()
    assert screen.question.text == "ভাষা পরিবর্তন করুন"
    assert [tile.content.title for tile in screen.grid.tiles] == names
    assert [tile.content.selected for tile in screen.grid.tiles].index(True) == 4
