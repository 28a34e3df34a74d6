from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from counter_client.widgets.canvas import (
    Canvas,
    Side,
    Weight,
    fitting,
    fitting_lines,
    mixed,
    text_width,
)
from qtkit.look.theme import Theme
from tests.helpers.pixels import dark

BOUNDS = QRectF(0, 0, 400, 60)


def ink_columns(theme: Theme, text: str, side: Side, *, rtl: bool) -> tuple[int, int]:
    """Return the first and last column that `text` painted in."""
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    canvas = Canvas(painter, theme, bounds=BOUNDS, rtl=rtl)
    canvas.text(canvas.box(0, 0, 400, 60), text, canvas.font("body"), "ink", side)
    painter.end()
    columns = [x for x, _ in dark(image)]
    return min(columns), max(columns)


def test_boxes_are_counted_from_the_side_where_reading_begins(theme: Theme) -> None:
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    left_to_right = Canvas(painter, theme, bounds=BOUNDS, rtl=False).box(10, 5, 50, 20)
    right_to_left = Canvas(painter, theme, bounds=BOUNDS, rtl=True).box(10, 5, 50, 20)
    painter.end()
    assert (left_to_right.left(), left_to_right.right()) == (10, 60)
    assert (right_to_left.left(), right_to_left.right()) == (340, 390)


def test_a_latin_number_begins_at_the_right_of_an_arabic_screen(theme: Theme) -> None:
    assert ink_columns(theme, "A047", Side.START, rtl=False)[0] < 10
    assert ink_columns(theme, "A047", Side.START, rtl=True)[1] > 390
    assert ink_columns(theme, "A047", Side.END, rtl=True)[0] < 10


def test_a_mixed_colour_lies_between_its_two() -> None:
    black, white = QColor("black"), QColor("white")
    assert (mixed(black, white, 1.0), mixed(black, white, 0.0)) == (black, white)
    assert mixed(black, white, 0.5).red() in {127, 128}


def test_a_text_too_long_for_its_box_stays_inside(theme: Theme) -> None:
    first, last = ink_columns(theme, "word " * 100, Side.START, rtl=False)
    assert first >= 0
    assert last < 400


def test_type_shrinks_to_fit_and_never_below_the_smallest(theme: Theme) -> None:
    font = theme.font("headline")
    wide = text_width("الاستفسارات العامة", font)
    assert fitting("الاستفسارات العامة", font, wide + 1) is font
    half = fitting("الاستفسارات العامة", font, wide / 2, 10)
    assert text_width("الاستفسارات العامة", half) <= wide / 2 + 1
    assert fitting("x" * 999, font, 10, 14).pixelSize() == 14


def test_the_dots_below_a_ya_are_not_cut_off(theme: Theme) -> None:
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    canvas = Canvas(painter, theme, bounds=QRectF(0, 0, 200, 80), rtl=True)
    canvas.text(canvas.box(0, 30, 200, 6), "ي", canvas.font("title"), "ink", Side.CENTRE)
    painter.end()
    assert max(y for _, y in dark(image)) > 40


@pytest.mark.parametrize(
    "name",
    [
        "Abdulrahman bin Mohammed bin Sulaiman bin Abdullah Al Hinai Al Maawali",
        "عبد الرحمن بن محمد بن سليمان بن عبد الله الهنائي المعولي البوسعيدي",
    ],
)
def test_a_long_name_stands_whole_in_two_lines_of_small_type(theme: Theme, name: str) -> None:
    small = theme.font("small", Weight.DemiBold)
    lines, font = fitting_lines(name, theme.font("body", Weight.DemiBold), small, 410)
    assert (len(lines), " ".join(lines), font.pixelSize()) == (2, name, small.pixelSize())
    assert all(text_width(line, font) <= 410 for line in lines)
    assert fitting_lines("Aisha Al Kindi", theme.font("body"), small, 410)[0] == ["Aisha Al Kindi"]


def test_one_word_too_wide_for_its_box_is_one_line(theme: Theme) -> None:
    small = theme.font("small", Weight.DemiBold)
    assert fitting_lines("W" * 99, theme.font("body"), small, 100) == (["W" * 99], small)
