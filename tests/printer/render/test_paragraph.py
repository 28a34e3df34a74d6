"""How a long text is broken into lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from printer.render.blocks import Text, Weight
from printer.render.paragraph import EASY_DOTS, Shaped, fitted, natural_width, on_one_line

WIDTHS = {58: 368, 80: 552}
LEASES = "خدمة تسجيل عقود الإيجار السكنية والتجارية"
DUTIES = "تسجيل الأراضي ونقل الملكية وتوثيق عقود الإيجار السكنية والتجارية في جميع ولايات المحافظة"
ONE_WORD = "توثيقعقودالإيجارالسكنيةوالتجاريةوالصناعيةكلها"


@pytest.fixture(autouse=True)
def _text_engine(qapp: QGuiApplication) -> None:
    """Text is shaped by Qt's engine."""


def lengths(shaped: Shaped) -> list[float]:
    return [shaped.layout.lineAt(at).naturalTextWidth() for at in range(shaped.lines)]


def test_a_text_that_fits_stays_as_large_as_it_is() -> None:
    shaped = fitted(Text("الأراضي", 40, Weight.BOLD, rtl=True), WIDTHS[80])
    assert (shaped.size, shaped.lines) == (40, 1)


@pytest.mark.parametrize(
    "text", [LEASES, DUTIES, "Visitors' Services Hall – Muscat", "Residential and commercial leases"]
)
@pytest.mark.parametrize("width", WIDTHS.values())
def test_no_word_is_left_alone_on_the_last_line(text: str, width: int) -> None:
    shaped = fitted(Text(text, 33, Weight.BOLD, rtl=not text.isascii() and "–" not in text), width)
    assert min(lengths(shaped)) >= 0.55 * max(lengths(shaped))


def test_lines_of_the_same_length_stand_in_the_middle_of_the_width() -> None:
    shaped = fitted(Text(LEASES, 40, Weight.BOLD, rtl=True), WIDTHS[80])
    middles = [shaped.layout.lineAt(at).naturalTextRect().center().x() for at in range(shaped.lines)]
    assert shaped.lines == 2
    assert middles == pytest.approx([WIDTHS[80] / 2] * 2, abs=1)


def test_a_long_name_takes_a_third_line_before_it_becomes_hard_to_read() -> None:
    shaped = fitted(Text(DUTIES, 33, Weight.BOLD, rtl=True), WIDTHS[58])
    assert (shaped.size, shaped.lines) == (EASY_DOTS, 3)


def test_what_may_have_one_line_only_becomes_smaller_instead() -> None:
    shaped = fitted(Text("الانتظار المتوقع بالدقائق", 34, Weight.MEDIUM, rtl=True, max_lines=1), 180)
    assert shaped.lines == 1
    assert 18 <= shaped.size < EASY_DOTS


def test_a_word_that_is_too_long_becomes_smaller_and_is_broken_only_then() -> None:
    whole = fitted(Text(ONE_WORD, 33, Weight.BOLD, rtl=True), WIDTHS[58])
    assert whole.lines == 1
    assert whole.widest <= WIDTHS[58]
    broken = fitted(Text(ONE_WORD * 2, 33, Weight.BOLD, rtl=True), WIDTHS[58])
    assert (broken.size, broken.lines) == (18, 2)
    assert broken.widest <= WIDTHS[58]


def test_a_line_is_as_long_as_its_text_and_no_wider_than_it_says() -> None:
    text = Text("Scan to follow your turn", 24)
    shaped = on_one_line(text, natural_width(text) + 1)
    assert (shaped.lines, shaped.size) == (1, 24)
    assert shaped.widest == pytest.approx(natural_width(text), abs=0.1)


def test_a_small_text_is_never_made_larger() -> None:
    assert fitted(Text("2026", 12, min_size_dots=18), WIDTHS[58]).size == 12
