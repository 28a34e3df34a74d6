from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtkit.look.theme import Theme, font_of
from qtkit.widgets.painting import (
    AIR,
    draw_text,
    fitted,
    leading,
    lifted,
    lines_of,
    mirrored,
    painting,
    trailing,
)
from tests.helpers.pixels import dark
from tests.helpers.speeds import examples


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("ابجد abc", min_size=1, max_size=60), st.integers(40, 600), st.integers(20, 200))
def test_text_is_made_smaller_until_it_fits_or_is_as_small_as_allowed(
    theme: Theme, text: str, width: int, height: int
) -> None:
    box = QRect(0, 0, width, height)
    font = fitted(font_of(60), text, box, wrap=True)
    metrics = QFontMetrics(font)
    lines = lines_of(text, metrics, width)
    widest = max(metrics.horizontalAdvance(line) for line in lines)
    assert font.pixelSize() == 12 or (widest <= width and (len(lines) - AIR) * metrics.height() <= height)
    assert font.pixelSize() <= 60


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("ابجد abc", min_size=1, max_size=30), st.integers(40, 400), st.integers(20, 120), st.integers(13, 90))
@example("abc", 400, 40, 36)  # with steps of 6 % it was 33 px from 36, and 31 px from 43
def test_a_text_that_may_be_larger_and_may_wrap_is_never_painted_smaller(
    theme: Theme, text: str, width: int, height: int, size: int
) -> None:
    box = QRect(0, 0, width, height)
    usual = fitted(font_of(size), text, box, wrap=False).pixelSize()
    assert fitted(font_of(size + 7), text, box, wrap=False).pixelSize() >= usual
    assert fitted(font_of(size + 7), text, box, wrap=True).pixelSize() >= usual


def test_lines_end_without_a_blank_and_lose_no_word(theme: Theme) -> None:
    metrics = QFontMetrics(font_of(40))
    text = "مقابلة مسؤولي الدائرة  في القاعة\nnow"
    lines = lines_of(text, metrics, 260)
    assert len(lines) > 2
    assert all(line == line.strip() for line in lines)
    assert " ".join(lines).split() == text.split()
    assert lines_of("", metrics, 260) == [""]


def test_the_lines_of_a_right_to_left_paragraph_end_in_one_column(theme: Theme) -> None:
    image = QImage(300, 160, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    draw_text(painter, image.rect(), "المساعدات السكنية", font_of(50), theme.colour("ink"), right, wrap=True)
    painter.end()
    inked = dark(image)
    ends = [max(x for x, y in inked if y < 80), max(x for x, y in inked if y >= 80)]
    assert abs(ends[0] - ends[1]) <= 6


def test_text_that_fits_keeps_its_size(theme: Theme) -> None:
    assert fitted(font_of(40), "A047", QRect(0, 0, 400, 80), wrap=False).pixelSize() == 40


@pytest.mark.parametrize(
    ("direction", "first", "last", "x"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, 10),
        (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft, 60),
    ],
)
def test_sides_follow_the_direction(
    qtbot: QtBot, direction: Qt.LayoutDirection, first: Qt.AlignmentFlag, last: Qt.AlignmentFlag, x: int
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(100, 50)
    widget.setLayoutDirection(direction)
    assert leading(widget) == first | Qt.AlignmentFlag.AlignAbsolute
    assert trailing(widget) == last | Qt.AlignmentFlag.AlignAbsolute
    assert mirrored(widget, QRect(10, 5, 30, 20)) == QRect(x, 5, 30, 20)


class Broken(QWidget):
    """A widget whose painting fails."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[QPainter] = []

    def paintEvent(self, event: object) -> None:
        with suppress(ZeroDivisionError), painting(self) as painter:
            self.kept.append(painter)
            raise ZeroDivisionError


def test_a_painter_is_ended_also_after_an_error(qtbot: QtBot) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    widget.resize(10, 10)
    widget.grab()
    assert [painter.isActive() for painter in widget.kept] == [False]


def test_latin_text_in_a_right_to_left_window_is_painted_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    draw_text(painter, image.rect(), "A-042", font_of(40), theme.colour("ink"), leading(widget))
    painter.end()
    assert min(x for x, _ in dark(image)) > 200


def test_the_dots_below_a_final_ya_stay_in_a_box_that_is_lower_than_the_line(theme: Theme) -> None:
    font, low = font_of(80), QRect(0, 10, 400, 105)
    metrics, place = QFontMetrics(font), lifted(low, font)
    baseline = place.y() + (place.height() - metrics.height()) // 2 + metrics.ascent()
    assert baseline + metrics.tightBoundingRect("الأراضي").bottom() <= low.bottom()
    assert place.y() < low.y()
    high = QRect(0, 10, 400, 200)
    assert lifted(high, font) == high
