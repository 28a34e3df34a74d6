from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display_board.calls.list import Calls
from display_board.calls.list_rows import COUNTER_PART, part_of
from display_board.drawing.wording import Wording
from tests.display_board.helpers.board_parts import LANDSCAPE, PORTRAIT, line, shown_in, sizes_of, theme_of


def calls(qtbot: QtBot, wording: Wording, size: tuple[int, int] = LANDSCAPE) -> Calls:
    part = Calls(theme_of(size), sizes_of(size), wording)
    part.setFixedSize(size[0], part.sizeHint().height())
    qtbot.addWidget(part)
    return part


def has(picture: QImage, box: object, colour: object) -> bool:
    return any(
        picture.pixelColor(x, y) == colour
        for x in range(box.left(), box.right(), 2)
        for y in range(box.top(), box.bottom(), 2)
    )


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("setting", ["ar", "en"])
def test_each_row_has_its_place_and_none_overlaps(
    qtbot: QtBot, qapp: QApplication, setting: str, size: tuple[int, int]
) -> None:
    with shown_in(qapp, setting) as wording:
        part = calls(qtbot, wording, size)
        cells = [part._cell(place) for place in range(sizes_of(size).rows)]
        assert all(part.rect().contains(cell) for cell in cells)
        assert not any(one.intersects(other) for at, one in enumerate(cells) for other in cells[:at])
        assert (cells[0].x() > part.width() // 2) == (setting == "ar" and size == LANDSCAPE)


def test_awaited_calls_have_a_bar_and_answered_ones_none(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = calls(qtbot, wording)
        part.show_lines((line("A001", 1), line("A002", 2, awaited=False)))
        picture = part.grab().toImage()
        gold = theme_of(LANDSCAPE).colour("primary")
        edges = [part._cell(place).adjusted(part._cell(place).width() - 8, 20, 0, -20) for place in (0, 1)]
        assert [has(picture, edge, gold) for edge in edges] == [True, False]


def test_the_columns_are_named_once_and_the_counters_have_boxes(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        part = calls(qtbot, wording)
        sizes, theme = sizes_of(LANDSCAPE), theme_of(LANDSCAPE)
        part.show_lines((line("A001", 1), line("A002", 2, awaited=False)))
        picture = part.grab().toImage()
        head = QRect(0, 0, part.width(), sizes.head_px)
        assert has(picture, head, theme.colour("ink_soft"))
        first, second = part._cell(0), part._cell(1)
        assert not has(picture, first, theme.colour("ink_soft")), "no word stands between the numbers"
        boxes = [part_of(cell, COUNTER_PART, part.layoutDirection()) for cell in (first, second)]
        filled = [picture.pixelColor(box.left() + 20, box.center().y()) for box in boxes]
        assert filled == [theme.colour("primary"), theme.colour("ground")]


def test_only_changed_rows_are_painted_again(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = calls(qtbot, wording)
        part.show_lines((line("A001", 1), line("A002", 2)))
        before = part.grab().toImage()
        part.show_lines((line("A001", 1), line("A003", 3)))
        after = part.grab().toImage()
        first, second = part._cell(0), part._cell(1)
        assert before.copy(first) == after.copy(first)
        assert before.copy(second) != after.copy(second)


def test_an_emptied_row_is_cleared(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = calls(qtbot, wording)
        empty = part.grab().toImage()
        part.show_lines((line("A001", 1),))
        assert part.grab().toImage() != empty
        part.show_lines(())
        assert part.grab().toImage() == empty


def test_the_list_is_named(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = calls(qtbot, wording)
        part.show_lines((line("A001", 1), line("B002", 12)))
        assert part.accessibleName() == "A001 1، B002 12"
