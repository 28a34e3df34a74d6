from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.before_ticket.information_view import InformationScreen
from kiosk.screens.view_data.visitor import InformationPage
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.kiosk_halls import PAGE

NAMES = {"ar": "التصرفات العقارية", "en": "Real-estate transactions"}
FULL = InformationPage(NAMES, PAGE.documents, PAGE.advice, PAGE.online, PAGE.online_url)


def screen(qtbot: QtBot, theme: Theme, language: Language, page: InformationPage) -> InformationScreen:
    made = InformationScreen(theme, language)
    qtbot.addWidget(made)
    made.resize(1900, 800)
    made.show_view(page)
    return made


def test_everything_to_bring_and_to_know_is_told(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language, FULL)
    assert made.service.text == "التصرفات العقارية"
    assert made.documents.text.split("\n")[0] == "•  البطاقة المدنية أو بطاقة الإقامة"
    assert len(made.documents.text.split("\n")) == 3
    assert (made.online.text, made.take.text()) == ("يمكنك إنجاز هذه الخدمة عبر منصة أملاك", "متابعة وأخذ تذكرة")
    assert all(part.isVisibleTo(made) for part in (made.card, made.from_home, made.advice))


def test_what_the_hall_did_not_write_takes_no_room(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language, InformationPage(NAMES, PAGE.documents, {}, {}, ""))
    assert not made.from_home.isVisibleTo(made)
    assert not made.advice.isVisibleTo(made)
    assert made.take.text() == "أخذ تذكرة"
    made.show_view(InformationPage(NAMES, (), {}, PAGE.online, PAGE.online_url))
    assert not made.card.isVisibleTo(made)


def test_a_touch_or_a_key_asks_for_the_ticket(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language, FULL)
    told: list[str] = []
    made.chosen.connect(told.append)
    QTest.mouseClick(made.take, Qt.MouseButton.LeftButton)
    QTest.keyClick(made.take, Qt.Key.Key_Space)
    assert told == ["take", "take"]


def test_the_language_changes_its_words(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, theme, language, FULL)
    language.show("en")
    qtbot.waitUntil(lambda: made.bring.text == "Please have these with you")
    assert made.take.text() == "Continue and take a ticket"
