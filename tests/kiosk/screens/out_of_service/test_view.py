from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.screens.out_of_service.texts import NoticeTexts
from kiosk.screens.out_of_service.view import NoticeScreen
from kiosk.screens.view_data.visitor import NoticeView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


def test_it_says_what_is_and_what_to_do_in_each_language(qtbot: QtBot, theme: Theme, language: Language) -> None:
    screen = NoticeScreen(theme, language, NoticeTexts())
    framed(qtbot, screen, 1800, 800)
    screen.show_view(NoticeView("paper_out", "paper"))
    assert screen.headline.text == "نفد ورق الطابعة"
    assert "الاستقبال" in screen.advice.text
    assert not screen.opens_at.isVisible()
    language.show("en")
    qtbot.waitUntil(lambda: screen.headline.text == "The paper has run out")


def test_the_time_is_shown_in_twelve_hours_where_it_is_known(qtbot: QtBot, theme: Theme, language: Language) -> None:
    screen = NoticeScreen(theme, language, NoticeTexts())
    framed(qtbot, screen, 1800, 800)
    language.set_digits("arabic_indic")
    screen.show_view(NoticeView("not_yet_open", "clock", opens_at="07:30"))
    assert screen.opens_at.isVisible()
    assert screen.opens_at.text == "تبدأ التذاكر عند ٧:٣٠ ص"


def test_until_a_language_was_chosen_it_says_the_same_in_a_second_one(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    screen = NoticeScreen(theme, language, NoticeTexts())
    framed(qtbot, screen, 1800, 800)
    screen.show_view(NoticeView("cover_open", "cover", second="en"))
    assert screen.headline.text == "غطاء الطابعة مفتوح"
    assert screen.other_headline.text == "The printer is open"
    assert "get a ticket at reception" in screen.other_advice.text
    assert "الاستقبال" in screen.advice.text
    screen.show_view(NoticeView("cover_open", "cover"))
    assert not screen.other_headline.isVisible()
    assert not screen.other_advice.isVisible()


def test_an_arrow_points_to_reception_where_the_kiosk_knows_its_place(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    screen = NoticeScreen(theme, language, NoticeTexts(), towards="left")
    screen.show_view(NoticeView("paper_out", "paper", reception=True))
    framed(qtbot, screen, 1800, 800)
    assert (screen.arrow.isVisible(), screen.arrow.sign) == (True, "left")
    assert screen.arrow.geometry().bottom() < screen.reception.geometry().top()
    assert screen.arrow.accessibleName() == "الاستقبال على اليسار"
    assert "الاستقبال على اليسار" in screen.reception.text
    assert "الاستقبال على اليسار" in screen.reception.accessibleName()
    screen.show_view(NoticeView("paused", "wait"))
    assert not screen.arrow.isVisible()
    screen = NoticeScreen(theme, language, NoticeTexts())
    framed(qtbot, screen, 1800, 800)
    screen.show_view(NoticeView("paper_out", "paper", reception=True))
    assert not screen.arrow.isVisible()
    assert not screen.reception.isVisible()  # the sentence above names it
    assert "الاستقبال" in screen.advice.text
