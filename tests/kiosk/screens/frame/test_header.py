from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.frame.header import Header
from kiosk.screens.view_data.visitor import HeaderView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed

VIEW = HeaderView({"ar": "قاعة", "en": "Hall"}, "en")


def header(qtbot: QtBot, theme: Theme, language: Language) -> Header:
    made = Header(theme, language)
    framed(qtbot, made, 1920, made.height())
    return made


def test_the_button_offers_the_other_language_in_its_own_words(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = header(qtbot, theme, language)
    made.show_view(VIEW)
    with qtbot.waitSignal(made.language_wanted) as told:
        QTest.mouseClick(made.button, Qt.MouseButton.LeftButton)
    assert told.args == ["en"]
    assert (made.button.text(), made.button.accessibleName()) == ("English", "تغيير اللغة (English)")


@pytest.mark.parametrize("tag", ["ar", "hi", "bn", "sw"])
def test_where_there_are_many_the_button_leads_to_all_of_them(
    qtbot: QtBot, theme: Theme, language: Language, tag: str
) -> None:
    made = header(qtbot, theme, language)
    made.show_view(HeaderView({}, tag, many=True))
    with qtbot.waitSignal(made.languages_wanted):
        QTest.mouseClick(made.button, Qt.MouseButton.LeftButton)
    assert (made.button.text(), made.button.accessibleName()) == ("اللغة · Language", "تغيير اللغة")


def test_help_is_beside_the_language(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = header(qtbot, theme, language)
    made.show_view(VIEW)
    with qtbot.waitSignal(made.assist_wanted):
        QTest.mouseClick(made.assist, Qt.MouseButton.LeftButton)
    assert made.assist.accessibleName() == "المساعدة في استخدام هذه الشاشة"
    assert not made.assist.geometry().intersects(made.button.geometry())


def test_without_another_language_there_is_no_button(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = header(qtbot, theme, language)
    made.show_view(HeaderView({}, None))
    assert not made.button.isVisible()


def test_a_language_that_has_no_name_here_is_offered_by_its_tag(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = header(qtbot, theme, language)
    made.show_view(HeaderView({}, "sw"))
    assert made.button.text() == "sw"


def test_the_time_is_the_halls_in_the_halls_digits(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = header(qtbot, theme, language)
    made.zone = ZoneInfo("Asia/Muscat")
    assert re.search(r" \d?\d:\d\d [صم]$", made.now_text())
    language.set_digits("arabic_indic")
    assert re.search(r" [٠-٩]{1,2}:[٠-٩]{2} [صم]$", made.now_text())
    assert not re.search(r"[0-9]", made.now_text())


def test_the_name_is_painted(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = header(qtbot, theme, language)
    empty = made.grab().toImage()
    made.show_view(VIEW)
    assert made.grab().toImage() != empty


def test_the_ground_is_one_column_drawn_once_for_a_height_and_anew_for_another(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    made = header(qtbot, theme, language)
    made.grab()
    drawn = made._drawn_ground.cacheKey()
    made.grab()
    assert made._drawn_ground.cacheKey() == drawn
    made.setFixedWidth(made.width() - 100)
    made.grab()
    assert made._drawn_ground.cacheKey() == drawn
    assert made._drawn_ground.width() == theme.px(76)
    made.setFixedHeight(made.height() + 10)
    made.grab()
    assert made._drawn_ground.cacheKey() != drawn
    assert made._drawn_ground.height() == made.height()


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_only_a_touch_on_the_emblem_is_told(qtbot: QtBot, theme: Theme, language: Language, tag: str) -> None:
    language.show(tag)
    made = header(qtbot, theme, language)
    told: list[bool] = []
    made.emblem_touched.connect(lambda: told.append(True))
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.emblem().center())
    assert told == [True]
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.rect().center())
    assert told == [True]
    assert (made.emblem().left() > made.width() // 2) == (tag == "ar"), "it lies at the leading corner"
