from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from common.text.digits import ARABIC_INDIC
from display_board.drawing.wording import Wording
from display_board.header.presenter import ClockView
from display_board.header.view import Header, date_line, time_line
from tests.display_board.helpers.board_parts import LANDSCAPE, PORTRAIT, shown_in, sizes_of, theme_of

NAMES = {"ar": "قاعة خدمات المراجعين – مسقط", "en": "Muscat Service Hall"}
CLOCKS = (
    ClockView("09:42", "الثلاثاء 24 نوفمبر", "14 جمادى الآخرة"),
    ClockView("09:42", "Wednesday, 24 November", "14 Jumada al-Akhirah"),
)


def header(qtbot: QtBot, wording: Wording, size: tuple[int, int] = LANDSCAPE) -> Header:
    part = Header(theme_of(size), sizes_of(size), wording)
    part.setFixedSize(size[0], part.sizeHint().height())
    qtbot.addWidget(part)
    return part


def inked(picture: QImage, begin: float, end: float) -> bool:
    ground = picture.pixelColor(0, 0)
    columns = range(int(picture.width() * begin), int(picture.width() * end))
    return any(picture.pixelColor(x, y) != ground for x in columns for y in range(0, picture.height(), 3))


@pytest.mark.parametrize(
    ("setting", "name_side", "clock_side"), [("ar", (0.7, 1.0), (0.0, 0.15)), ("en", (0, 0.3), (0.85, 1))]
)
def test_name_and_clock_are_at_their_sides(
    qtbot: QtBot, qapp: QApplication, setting: str, name_side: tuple[float, float], clock_side: tuple[float, float]
) -> None:
    with shown_in(qapp, setting) as wording:
        part = header(qtbot, wording)
        part.show_hall(NAMES, ministry={})
        assert inked(part.grab().toImage(), *name_side)
        assert not inked(part.grab().toImage(), *clock_side)
        part.show_clocks(CLOCKS[:1], 0)
        assert inked(part.grab().toImage(), *clock_side)


@pytest.mark.process
def test_each_language_has_dates_and_time_in_its_own_digits_and_reading_order(qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        wording.language.set_digits(ARABIC_INDIC)
        arabic, english = (date_line(clock, tag, wording) for clock, tag in zip(CLOCKS, ("ar", "en"), strict=True))
        assert "٢٤ نوفمبر" in arabic
        assert "24 November" in english
        time = time_line(CLOCKS[1], "en", wording)
        for line, first, last, forward in (
            (arabic, "نوفمبر", "جمادى", False), (english, "Wednesday", "Jumada", True), (time, "9:42", "am", True),
        ):  # fmt: skip
            layout = QTextLayout(line)
            option = QTextOption()
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            layout.setTextOption(option)
            layout.beginLayout()
            drawn = layout.createLine()
            layout.endLayout()
            at = [drawn.cursorToX(line.index(word) + 1)[0] for word in (first, last)]  # type: ignore[index]
            assert (at[0] < at[1]) is forward, line


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_the_date_is_one_line_and_each_language_has_its_turn(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    with shown_in(qapp, "both") as wording:
        part = header(qtbot, wording, size)
        part.show_hall(NAMES, ministry={})
        pictures = []
        for turn in range(3):
            part.show_clocks(CLOCKS, turn)
            pictures.append(part.grab().toImage())
        assert pictures[0] != pictures[1]
        assert pictures[0] == pictures[2]


def test_the_hall_is_named_for_those_who_do_not_see(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        part = header(qtbot, wording)
        part.show_hall(NAMES, ministry={})
        assert part.accessibleName() == f"{NAMES['ar']} · {NAMES['en']}"


def test_a_hall_without_a_name_in_this_language_is_still_named(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "en") as wording:
        part = header(qtbot, wording)
        part.show_hall({"ar": NAMES["ar"]}, ministry={})
        assert inked(part.grab().toImage(), 0.0, 0.3)
