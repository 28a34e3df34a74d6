"""Pages of paper: a cursor that moves down, boxes that begin where reading begins."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice
from pytestqt.qtbot import QtBot

from qtkit.reports.sheet import MARGIN, WIDTH, ReportSheet, add_fonts


@pytest.fixture
def buffer(qtbot: QtBot) -> QBuffer:
    add_fonts()
    found = QBuffer()
    found.open(QIODevice.OpenModeFlag.WriteOnly)
    return found


def test_a_box_begins_where_reading_begins(buffer: QBuffer) -> None:
    arabic = ReportSheet(buffer, "تقرير", right_to_left=True)
    assert arabic.box(100, 0, 200, 50).right() == WIDTH - MARGIN - 100
    arabic.end()
    english = ReportSheet(buffer, "Report", right_to_left=False)
    assert english.box(100, 0, 200, 50).left() == MARGIN + 100
    english.end()


def test_what_has_no_room_left_goes_to_the_next_page_and_each_page_has_its_foot(buffer: QBuffer) -> None:
    sheet = ReportSheet(buffer, "Report", right_to_left=False)
    feet: list[int] = []
    sheet.foot = feet.append
    assert not sheet.make_room(100)
    sheet.y += sheet.left - 50
    assert sheet.make_room(100)
    assert (sheet.page, sheet.y) == (2, MARGIN)
    sheet.end()
    assert feet == [1, 2]
    pages = PdfReader(io.BytesIO(bytes(buffer.data().data()))).pages
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages] == [(842, 595)] * 2


def test_text_is_as_high_as_its_lines(buffer: QBuffer) -> None:
    sheet = ReportSheet(buffer, "Report", right_to_left=True)
    one, many = (sheet.wrapped_height("كلمة " * words, 400, 28) for words in (1, 60))
    assert many > 4 * one
    sheet.text(sheet.box(0, 0, 60, 50), "A text that is longer than its box", 28)
    sheet.end()
