from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from display_board.presenters.now_calling import CallLine
from display_board.views.call_cells import CallCells
from display_board.views.wording import Wording
from tests.display_board.views.board_parts import LANDSCAPE, line, shown_in, sizes_of, theme_of

CELL = QSize(900, 180)
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


class Rows(CallCells):
    """Cells that count how often a row was drawn, not copied."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(theme_of(LANDSCAPE), sizes_of(LANDSCAPE), wording)
        self.drawn = 0

    def _draw(self, *args: object, **more: object) -> None:
        self.drawn += 1
        super()._draw(*args, **more)  # type: ignore[arg-type]


def painted(cells: CallCells, *lines: CallLine, way: Qt.LayoutDirection = RTL, ratio: float = 1.0) -> QImage:
    """Return the rows one under the other."""
    picture = QImage(CELL.width(), CELL.height() * len(lines), QImage.Format.Format_RGB32)
    picture = picture.scaled(picture.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    for nth, one in enumerate(lines):
        cells.paint(painter, QRect(QPoint(0, nth * CELL.height()), CELL), one, ("Counter",), way)
    painter.end()
    cells.keep(lines)
    return picture


def test_a_row_that_moves_down_is_copied_and_looks_the_same(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells, first, second = Rows(wording), line("A001", 1), line("A002", 2)
        alone = painted(cells, first)
        both = painted(cells, second, first)
        assert both.copy(0, CELL.height(), CELL.width(), CELL.height()) == alone
        assert cells.drawn == 2


def test_a_whole_list_moves_down_for_the_price_of_one_row(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells, lines = Rows(wording), tuple(line(f"A{n:03}", n) for n in range(1, 9))
        painted(cells, *lines[:4])
        for at in range(4, 8):
            painted(cells, *reversed(lines[at - 3 : at + 1]))
        assert cells.drawn == len(lines)


@pytest.mark.parametrize(
    "other", [line("A001", 2), line("A003", 1), line("A001", 1, awaited=False)], ids=["counter", "ticket", "answered"]
)
def test_a_row_that_says_something_else_is_another(qapp: QApplication, other: CallLine) -> None:
    with shown_in(qapp, "ar") as wording:
        cells = Rows(wording)
        assert painted(cells, line("A001", 1)) != painted(cells, other)
        assert cells.drawn == 2


def test_in_the_other_direction_rows_are_drawn_anew(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells, row = Rows(wording), line("A001", 1)
        to_the_left = painted(cells, row)
        cells.forget()
        assert painted(cells, row, way=LTR) != to_the_left
        assert cells.drawn == 2


def test_only_rows_that_are_shown_are_kept(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells = Rows(wording)
        for n in range(1, 60):
            painted(cells, line(f"A{n:03}", n), line(f"B{n:03}", n))
        assert len(cells._pictures) == 2


def test_on_a_dense_screen_rows_are_drawn_dense(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells = Rows(wording)
        painted(cells, line("A001", 1))
        painted(cells, line("A001", 1), ratio=2.0)
        assert cells.drawn == 2
        assert next(iter(cells._pictures.values())).size() == CELL * 2
