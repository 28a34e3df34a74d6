from __future__ import annotations

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.screens.out_of_service.texts import NoticeTexts
from kiosk.screens.ticket_taken.view import TicketScreen
from kiosk.screens.view_data.visitor import TicketView
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed
from tests.helpers.replacing import replace

VIEW = TicketView(
    "T047", {"ar": "التصرفات العقارية"}, 12, (25, 55), "http://hall:8080/t#3q8Yw2Zk5c1VbT9xM0aRfg", "take_it", False
)


def screen(qtbot: QtBot, language: Language, size: tuple[int, int] = (1920, 1080)) -> TicketScreen:
    made = TicketScreen(Theme(*size, 21.5), language, Sentences(language), NoticeTexts())
    framed(qtbot, made, size[0], size[1] - 270)
    made.show_view(VIEW)
    QApplication.processEvents()
    return made


def test_the_ticket_says_all_that_the_paper_says(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, language)
    assert (made.number.text, made.service.text) == ("T047", "التصرفات العقارية")
    assert (made.ahead.figure.text, made.wait.figure.text) == ("12 شخصًا", "من 25 إلى 55 دقيقة")
    assert made.headline.text == "يُرجى استلام التذكرة"
    assert not made.lane.isVisible()


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["lying", "upright"])
def test_a_phone_reads_the_code_from_the_screen(
    qtbot: QtBot, theme: Theme, language: Language, size: tuple[int, int]
) -> None:
    made = screen(qtbot, language, size)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert made.grab().save(buffer, "PNG")
    read = zxingcpp.read_barcodes(Image.open(BytesIO(buffer.data().data())))
    assert [code.text for code in read] == [VIEW.status_url]


def test_what_is_not_known_leaves_its_place_empty(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, language)
    made.show_view(replace(VIEW, people_ahead=None, wait_min=None))
    assert (made.ahead.figure.text, made.wait.figure.text) == ("", "")


def test_before_the_number_nothing_of_a_ticket_is_shown(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, language)
    made.show_view(TicketView("", VIEW.service_names, None, None, "", "issuing", False))
    assert (made.number.text, made._hint.text, made.headline.text) == ("", "", "لحظة من فضلك")


def test_arabic_digits_are_on_the_number_too_and_it_stays_left_to_right(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    language.set_digits("arabic_indic")
    made = screen(qtbot, language)
    assert made.number.text == "T٠٤٧"


def test_a_priority_ticket_says_so(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, language)
    made.show_view(replace(VIEW, priority=True))
    assert made.lane.isVisible()
    assert made.lane.text == "خدمة الأولوية"


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["lying", "upright"])
def test_the_button_that_prints_again_is_there_only_when_it_is_offered(
    qtbot: QtBot, theme: Theme, language: Language, size: tuple[int, int]
) -> None:
    made = screen(qtbot, language, size)
    wanted: list[bool] = []
    made.print_again_wanted.connect(lambda: wanted.append(True))
    assert not made.again.isVisible()
    made.show_view(replace(VIEW, paper="ready_again", again=True))
    QApplication.processEvents()
    QTest.mouseClick(made.again, Qt.MouseButton.LeftButton)
    assert wanted == [True]
    assert made.headline.text == "الطابعة جاهزة من جديد"
    assert min(made.again.width(), made.again.height()) >= theme.touch_px
    assert made.number.height() > theme.px(120), "the number stays the largest thing"


def test_the_two_facts_do_not_run_into_one_line(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = screen(qtbot, language)
    left, right = sorted((made.ahead.geometry(), made.wait.geometry()), key=lambda place: place.x())
    assert right.left() - left.right() >= theme.px(30)


def test_where_large_text_has_pages_the_card_is_closed_on_each_of_them(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    made = screen(qtbot, language)
    at, card = made.card.geometry().left() + 40, theme.colour("card")
    middle = made.card.geometry().center().y()
    assert made.grab().toImage().pixelColor(at, middle) == card
    made.show_pages(((0, middle), (middle, made.height())))
    parted = made.grab().toImage()
    assert parted.pixelColor(at, middle) != card
    assert [parted.pixelColor(at, middle + off) for off in (-30, 30)] == [card, card]
