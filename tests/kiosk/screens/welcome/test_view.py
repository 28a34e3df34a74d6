from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from common.text.digits import isolated
from kiosk.screens.view_data.visitor import WelcomeView
from kiosk.screens.welcome.view import WelcomeScreen
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed

VIEW = WelcomeView({"ar": "قاعة"}, ("ar", "en"), ())


def screen(qtbot: QtBot, theme: Theme, language: Language) -> WelcomeScreen:
    made = WelcomeScreen(theme, language)
    framed(qtbot, made, 1920, 940)
    made.show_view(VIEW)
    return made


def test_each_language_speaks_for_itself(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language)
    tiles = [(tile.content.title, tile.content.aside) for tile in made.grid.tiles]
    assert tiles == [("العربية", "اضغط هنا للبدء"), ("English", "Touch here to begin")]
    assert (made.greeting.text, made.other_greeting.text) == ("أهلًا وسهلًا بكم", "Welcome")
    assert "Choose your language to take a ticket" in made.choose.text


def test_a_touch_chooses_the_language(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language)
    with qtbot.waitSignal(made.language_chosen) as told:
        QTest.mouseClick(made.grid.tiles[1], Qt.MouseButton.LeftButton)
    assert told.args == ["en"]


def test_notices_are_shown_only_where_there_are_some(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language)
    assert not made.notice.isVisible()
    notice = {"ar": "تغلق القاعة عند الواحدة", "en": "Closes at one"}
    made.show_view(WelcomeView({}, ("ar",), (notice,)))
    assert made.notice.isVisible()
    assert made.notice.text == isolated(notice["ar"])
    made.show_view(WelcomeView({}, ("ar", "en"), (notice,)))
    assert made.notice.text == f"{isolated(notice['ar'])}\n{isolated(notice['en'])}", "nobody has chosen yet"


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_arabic_stays_at_the_right_in_every_language(qtbot: QtBot, theme: Theme, language: Language, tag: str) -> None:
    made = screen(qtbot, theme, language)
    language.show(tag)
    made.show_view(WelcomeView({}, ("ar", "en"), ()))
    arabic, english = (tile.geometry().x() for tile in made.grid.tiles)
    assert arabic > english


def test_in_english_the_greeting_changes_places(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language)
    language.show("en")
    qtbot.waitUntil(lambda: (made.greeting.text, made.other_greeting.text) == ("Welcome", "أهلًا وسهلًا بكم"))


@pytest.mark.parametrize("upright", [True, False])
def test_five_languages_have_large_tiles_and_one_greeting_beside_the_first(
    qtbot: QtBot, language: Language, upright: bool
) -> None:
    theme = Theme(1080, 1920, 21.5) if upright else Theme(1920, 1080, 21.5)
    made = WelcomeScreen(theme, language)
    framed(qtbot, made, *(1080, 1788) if upright else (1920, 948))
    made.show_view(WelcomeView({}, ("ar", "en", "ur", "hi", "bn"), ({"ar": "تغلق القاعة عند الواحدة"},)))
    QApplication.processEvents()
    assert [tile.content.aside for tile in made.grid.tiles][3:] == ["शुरू करने के लिए यहाँ छुएँ", "শুরু করতে এখানে স্পর্শ করুন"]
    assert made.other_greeting.text == "Welcome"
    assert min(tile.height() for tile in made.grid.tiles) >= 140
    assert made.minimumSizeHint().height() <= made.height()
