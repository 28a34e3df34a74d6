from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from display_board.drawing import digits
from display_board.drawing.digits import draw_digits
from qtkit.look.theme import load_fonts
from tests.helpers.examples import assert_examples_hold
from tests.helpers.pixels import dark

WHITE, BLACK = QColor("white"), QColor("black")


def inked(text: str, font_px: int, box: QRect) -> QRect:
    """Return the rectangle of what is painted."""
    load_fonts()
    picture = QImage(800, 400, QImage.Format.Format_RGB32)
    picture.fill(WHITE)
    painter = QPainter(picture)
    draw_digits(painter, box, text, font_px, BLACK)
    painter.end()
    xs, ys = zip(*dark(picture), strict=True)
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def digits_top(text: str, font_px: int, box: QRect) -> int:
    """Return the uppermost row of the digit that is farthest from the letter: an Arabic one stands on the right."""
    load_fonts()
    picture = QImage(800, 400, QImage.Format.Format_RGB32)
    picture.fill(WHITE)
    painter = QPainter(picture)
    draw_digits(painter, box, text, font_px, BLACK)
    painter.end()
    seen = dark(picture)
    edge = max(x for x, _ in seen) - 40 if text[0].isascii() else min(x for x, _ in seen)
    return min(y for x, y in seen if edge <= x <= edge + 40)


@pytest.mark.parametrize("text", ["417", "A17", "٤١٧", "١١"])
def test_digits_of_both_kinds_are_equally_high(qapp: QApplication, text: str) -> None:
    ink = inked(text, 100, QRect(0, 0, 800, 400))
    assert 69 <= ink.height() <= 74


@pytest.mark.parametrize("text", ["888", "M888", "٨٨٨"])
def test_a_number_is_centred_on_its_ink(qapp: QApplication, text: str) -> None:
    box = QRect(100, 50, 600, 300)
    ink = inked(text, 120, box)
    assert abs(ink.center().x() - box.center().x()) <= 2
    assert abs(ink.center().y() - box.center().y()) <= 2


@pytest.mark.parametrize(("one", "other"), [("Q888", "B888"), ("ج٨٨٨", "ب٨٨٨")])
def test_digits_stand_equally_high_whatever_letter_is_before_them(qapp: QApplication, one: str, other: str) -> None:
    box = QRect(0, 50, 800, 300)
    ends = [digits_top(text, 120, box) for text in (one, other)]
    assert abs(ends[0] - ends[1]) <= 1


@pytest.mark.parametrize("box", [QRect(10, 10, 120, 380), QRect(10, 150, 700, 40)])
def test_a_number_too_large_for_its_box_is_made_smaller_and_never_cut(qapp: QApplication, box: QRect) -> None:
    ink = inked("M888", 300, box)
    assert box.adjusted(-2, -2, 2, 2).contains(ink)
    assert ink.height() > 20


def test_the_examples_hold() -> None:
    assert_examples_hold(digits)
