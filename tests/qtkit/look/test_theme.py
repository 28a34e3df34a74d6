from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontInfo, QGlyphRun, QPainterPath, QTextLayout
from PySide6.QtWidgets import QApplication

from common.design_tokens import contrast
from qtkit.look.looks import Looks
from qtkit.look.theme import (
    CONTRAST,
    DAY,
    FONT_FAMILY,
    SCRIPT_FAMILIES,
    TYPE_SIZES,
    Theme,
    font_of,
    lettered,
    load_fonts,
    load_script,
)


@given(st.integers(600, 4000), st.integers(600, 4000), st.floats(5, 100))
def test_a_touch_target_is_never_below_twenty_millimetres(width: int, height: int, inches: float) -> None:
    theme = Theme(width, height, inches)
    assert theme.touch_px / theme.px_per_mm >= 20.0
    assert theme.touch_gap_px / theme.px_per_mm >= 3.0


def test_millimetres_are_real() -> None:
    # A 21.5 inch panel of 1920 x 1080 is 476.1 mm wide.
    assert Theme(1920, 1080, 21.5).px_per_mm == pytest.approx(1920 / 476.0, rel=0.001)


def test_type_scales_with_the_shorter_side_and_the_visitor() -> None:
    upright, lying = Theme(1080, 1920, 21.5), Theme(1920, 1080, 21.5)
    assert upright.size("body") == lying.size("body") == TYPE_SIZES["body"]
    assert Theme(3840, 2160, 55).size("body") == 2 * TYPE_SIZES["body"]
    assert Theme(1920, 1080, 21.5, text_scale=1.5).size("body") == 1.5 * TYPE_SIZES["body"]
    assert (upright.portrait, lying.portrait) == (True, False)


def test_capitals_of_running_text_are_five_millimetres_high_on_the_kiosk() -> None:
    # 4.8 mm is the least for a text that is read at arm's length; capitals of this face are 0.698 em high.
    theme = Theme(1920, 1080, 21.5)
    assert theme.size("body") * 0.698 / theme.px_per_mm >= 4.8


def test_the_bundled_font_is_found_and_used(qapp: QApplication) -> None:
    load_fonts()
    assert QFontInfo(Theme(1920, 1080, 21.5).font("title")).family() == FONT_FAMILY


@pytest.mark.parametrize(("tag", "text"), [("hi", "सेवा"), ("bn", "সেবা"), ("ur", "ٹکٹ ہے ڈھونڈیں"), ("ar", "خدمة")])
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
def test_every_letter_of_every_language_is_in_a_bundled_font(
    qapp: QApplication, tag: str, text: str, weight: QFont.Weight
) -> None:
    load_fonts()
    load_script(tag)
    load_script(tag)
    bundled = {FONT_FAMILY, *SCRIPT_FAMILIES.values()}
    for letters in glyph_runs(text, lettered(font_of(48, weight), text)):
        assert letters.rawFont().familyName() in bundled
        assert 0 not in letters.glyphIndexes(), "a letter is drawn as an empty box"


def glyph_runs(text: str, font: QFont) -> list[QGlyphRun]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert runs
    return runs


def test_an_installation_without_fonts_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="install the program again"):
        load_fonts(tmp_path)


def test_a_visitors_looks_are_worn_and_taken_off(theme: Theme) -> None:
    worn = theme.in_looks(Looks(200, high_contrast=True, reach=True))
    assert (worn.palette, worn.reach, worn.px_per_mm) == (CONTRAST, True, theme.px_per_mm)
    assert theme.in_looks(Looks()) == theme


def test_at_two_hundred_percent_every_type_is_at_least_twice_as_large_as_running_text(theme: Theme) -> None:
    large = theme.in_looks(Looks(200))
    for name in TYPE_SIZES:
        assert large.size(name) >= min(2 * theme.size(name), 2 * theme.size("body")), name


def test_high_contrast_outlines_every_tile() -> None:
    assert contrast(CONTRAST.line, CONTRAST.ground) >= 7.0


def test_a_colour_is_taken_by_its_name() -> None:
    assert Theme(100, 100, 10).colour("primary").name().upper() == DAY.primary


def test_digits_are_as_high_in_arabic_as_alone(qapp: QApplication) -> None:
    load_fonts()
    assert tallest("28 د") == tallest("28")


def tallest(text: str) -> float:
    outlines = QPainterPath()
    outlines.addText(0, 0, font_of(48), text)
    return max(outline.boundingRect().height() for outline in outlines.toSubpathPolygons())
