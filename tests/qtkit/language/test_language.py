from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtkit.language.catalogues import CatalogueError
from qtkit.language.language import Language

pytestmark = pytest.mark.process

AR = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="ar" sourcelanguage="en"><context>
<name>Door</name><message><source>Open</source><translation>مفتوح</translation></message>
<message numerus="yes"><source>%n visitor(s)</source><translation><numerusform>لا أحد</numerusform>
<numerusform>مراجع</numerusform><numerusform>مراجعان</numerusform><numerusform>%n مراجعين</numerusform>
<numerusform>%n مراجعًا</numerusform><numerusform>%n مراجع</numerusform></translation></message></context></TS>"""
EN = (
    AR.replace('language="ar"', 'language="en"').split("<message>")[0]
    + """<message numerus="yes">
<source>%n visitor(s)</source><translation><numerusform>%n visitor</numerusform><numerusform>%n visitors</numerusform>
</translation></message></context></TS>"""
)


class Door(QWidget):
    """A widget that says its text again whenever the language changes, and with which locale and direction."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str, bool]] = []

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.said.append((self.tr("Open"), QLocale().name(), rtl))
        super().changeEvent(event)


@pytest.fixture
def language(qapp: QApplication, tmp_path: Path) -> Iterator[Language]:
    (tmp_path / "demo_ar.ts").write_text(AR, encoding="utf-8")
    (tmp_path / "demo_en.ts").write_text(EN, encoding="utf-8")
    shown = Language(qapp, "demo", folder=tmp_path, cache=tmp_path / "cache")
    yield shown
    shown.withdraw()
    QLocale.setDefault(QLocale.c())


def test_texts_change_once_with_locale_and_direction_already_right(qtbot: QtBot, language: Language) -> None:
    language.show("en")
    door = Door()
    qtbot.addWidget(door)
    language.show("ar")
    QApplication.processEvents()
    assert door.said[-1] == ("مفتوح", "ar_AE", True)
    language.show("en")
    QApplication.processEvents()
    assert door.said[-1] == ("Open", "en_GB", False)


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "لا أحد"), (1, "مراجع"), (2, "مراجعان"), (3, "3 مراجعين"), (10, "10 مراجعين"), (11, "11 مراجعًا"),
     (99, "99 مراجعًا"), (100, "100 مراجع"), (102, "102 مراجع"), (103, "103 مراجعين"), (111, "111 مراجعًا")],
)  # fmt: skip
def test_arabic_has_its_six_forms(language: Language, count: int, text: str) -> None:
    language.show("ar")
    assert QApplication.translate("Door", "%n visitor(s)", "", count) == text


def test_english_says_one_visitor_and_two_visitors(language: Language) -> None:
    language.show("en")
    said = [QApplication.translate("Door", "%n visitor(s)", "", count) for count in (1, 2)]
    assert said == ["1 visitor", "2 visitors"]


def test_digits_are_the_halls_in_arabic_and_western_in_english(language: Language) -> None:
    language.show("ar")
    assert language.number(1047) == "1047"
    language.set_digits("arabic_indic")
    assert (language.number("A047"), QLocale().name()) == ("A٠٤٧", "ar_SA")
    assert language.code("09:30") == "\u2066٠٩:٣٠\u2069"
    language.show("en")
    assert language.number("A047") == "A047"


def test_a_missing_language_changes_nothing(language: Language) -> None:
    language.show("ar")
    with pytest.raises(CatalogueError, match="demo_fr"):
        language.show("fr")
    assert (language.tag, language.right_to_left) == ("ar", True)


def test_languages_are_the_files_there_are(language: Language) -> None:
    assert language.available() == ("ar", "en")


def test_a_text_is_had_in_a_language_that_is_not_shown(language: Language) -> None:
    language.show("en")
    assert language.text_in("ar", "Door", "Open") == "مفتوح"
    assert language.text_in("en", "Door", "Open") == "Open"


@pytest.mark.parametrize(
    ("names", "text"),
    [({"ar": "أ", "en": "A"}, "A"), ({"ar": "أ", "en": ""}, "أ"), ({"ur": "ا"}, "ا"), ({}, "")],
)
def test_a_name_is_picked_in_the_language_shown_or_the_next_best(
    language: Language, names: dict[str, str], text: str
) -> None:
    language.show("en")
    assert language.pick(names) == text


def test_a_third_language_falls_back_to_english_before_arabic(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "demo_ur.ts").write_text(EN.replace('language="en"', 'language="ur"'), encoding="utf-8")
    shown = Language(qapp, "demo", folder=tmp_path, cache=tmp_path / "cache", digits="arabic_indic")
    shown.show("ur")
    assert (shown.pick({"ar": "أ", "en": "A"}), shown.pick({"ar": "أ"})) == ("A", "أ")
    assert (shown.right_to_left, shown.number("A٠47")) == (True, "A047")
    shown.withdraw()
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize("tag", ["ar", "en", "ur", "hi", "bn"])
def test_a_date_has_the_digits_of_the_ticket_whatever_the_language(qapp: QApplication, tag: str) -> None:
    shown = Language(qapp, "kiosk")
    shown.show(tag)
    day = shown.number(QLocale().toString(QDate(2026, 11, 26), "dddd d MMMM"))
    assert " 26 " in day, day
    shown.withdraw()
    QLocale.setDefault(QLocale.c())


def test_the_change_is_told(qtbot: QtBot, language: Language) -> None:
    with qtbot.waitSignal(language.changed) as told:
        language.show("ar")
    assert told.args == ["ar"]


def test_a_language_that_is_shown_again_and_again_is_read_once(language: Language) -> None:
    for _ in range(5):
        language.show("ar")
        language.show("en")
        language.text_in("ar", "Welcome", "Touch to begin")
    assert len(language.findChildren(QTranslator)) == 2
