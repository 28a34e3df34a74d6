from __future__ import annotations

from pytestqt.qtbot import QtBot

from contracts.words.hall import VisitorKind
from kiosk.screens.services.view import ServicesScreen
from kiosk.screens.view_data.visitor import KindsView, ServicesView, ServiceTile
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language
from qtkit.look.theme import Theme

NAMES = {"ar": "الأراضي", "en": "Lands"}


def screen(qtbot: QtBot, theme: Theme, language: Language) -> ServicesScreen:
    made = ServicesScreen(theme, language, Sentences(language))
    qtbot.addWidget(made)
    made.resize(1900, 800)
    return made


def test_beside_an_expected_wait_no_tile_counts_its_own_queue(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language)
    made.show_view(ServicesView((ServiceTile("T", NAMES, "T", waiting=0, wait_min=(15, 30)),), False, False))
    content = made.grid.tiles[0].content
    assert (content.facts, content.aside) == ("", "30 دقيقة أو أقل")


def test_a_service_shows_name_letter_and_who_waits_or_the_wait(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language)
    made.show_view(
        ServicesView((ServiceTile("L", NAMES, "L", 3), ServiceTile("M", {}, "M", enabled=False)), False, False)
    )
    first, second = (tile.content for tile in made.grid.tiles)
    assert (first.title, first.mark, first.facts, first.aside) == (
        "الأراضي",
        "L",
        "3 أشخاص في الانتظار",
        "",
    )
    assert (second.title, second.facts, second.aside, second.enabled) == ("خدمات أخرى", "غير متاحة الآن", "", False)


def test_question_and_explanation_fit_what_is_shown(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language)
    made.show_view(ServicesView((), True, False))
    assert made._explanation.text == "يُرجى اختيار مجموعة الخدمات"
    made.show_view(KindsView(NAMES, (VisitorKind.CITIZEN, VisitorKind.COMPANY)))
    assert (made._question.text, made._explanation.text) == ("ما صفة المراجع؟", "الأراضي")
    assert [tile.content.title for tile in made.grid.tiles] == ["مواطن", "شركة"]


def test_the_language_changes_its_words(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language)
    made.show_view(ServicesView((ServiceTile("L", NAMES, "L", 1),), False, False))
    language.show("en")
    qtbot.waitUntil(lambda: made.grid.tiles[0].content.facts == "1 person waiting")
    assert made.grid.tiles[0].content.title == "Lands"
