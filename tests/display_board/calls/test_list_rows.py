from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from display_board.calls.list_rows import CallCells
from display_board.calls.presenter import CallLine
from display_board.drawing.digits import draw_digits
from display_board.drawing.wording import Wording
from tests.display_board.helpers.board_parts import LANDSCAPE, line, shown_in, sizes_of, theme_of
from tests.helpers.pixels import places

pytestmark = pytest.mark.process

CELL = QSize(900, 180)
Draw = Callable[[QPainter, QRect], None]
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


class Rows(CallCells):
    """Cells that count how often something was drawn, not copied."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(theme_of(LANDSCAPE), sizes_of(LANDSCAPE), wording)
        self.drawn = 0

    def _stamp(self, painter: QPainter, box: QRect, key: tuple[str, str], draw: Draw) -> None:
        def counted(on: QPainter, place: QRect) -> None:
            self.drawn += 1
            draw(on, place)

        super()._stamp(painter, box, key, counted)


def painted(cells: CallCells, *lines: CallLine, way: Qt.LayoutDirection = RTL, ratio: float = 1.0) -> QImage:
    """Return the rows one under the other."""
    picture = QImage(CELL.width(), CELL.height() * len(lines), QImage.Format.Format_RGB32)
    picture = picture.scaled(picture.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    for nth, one in enumerate(lines):
        cells.paint(painter, QRect(QPoint(0, nth * CELL.height()), CELL), one, way)
    painter.end()
    cells.keep(lines)
    return picture


def test_a_row_that_moves_down_is_copied_and_looks_the_same(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells, first, second = Rows(wording), line("A001", 1), line("A002", 2)
        alone = painted(cells, first)
        both = painted(cells, second, first)
        assert both.copy(0, CELL.height(), CELL.width(), CELL.height()) == alone
        assert cells.drawn == 2 * 2


def test_a_whole_list_moves_down_for_the_price_of_one_row(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells, lines = Rows(wording), tuple(line(f"A{n:03}", n) for n in range(1, 9))
        painted(cells, *lines[:4])
        for at in range(4, 8):
            painted(cells, *reversed(lines[at - 3 : at + 1]))
        assert cells.drawn == 2 * len(lines)


@pytest.mark.parametrize(
    "other", [line("A001", 2), line("A003", 1), line("A001", 1, awaited=False)], ids=["counter", "ticket", "answered"]
)
def test_a_row_that_says_something_else_is_another(qapp: QApplication, other: CallLine) -> None:
    with shown_in(qapp, "ar") as wording:
        cells = Rows(wording)
        assert painted(cells, line("A001", 1)) != painted(cells, other)
        assert painted(cells, other) == painted(Rows(wording), other)


def test_in_the_other_direction_rows_are_drawn_anew(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells, row = Rows(wording), line("A001", 1)
        to_the_left = painted(cells, row)
        cells.forget()
        assert painted(cells, row, way=LTR) != to_the_left
        assert cells.drawn == 2 * 2


def test_only_rows_that_are_shown_are_kept(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells = Rows(wording)
        for n in range(1, 60):
            painted(cells, line(f"A{n:03}", n), line(f"B{n:03}", n))
        assert len(cells._stamps) == 2 * 2 - 1, "both rows have the same counter"


def test_on_a_dense_screen_rows_are_drawn_dense(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        cells = Rows(wording)
        painted(cells, line("A001", 1))
        once = {key: picture.size() for key, picture in cells._stamps.items()}
        painted(cells, line("A001", 1), ratio=2.0)
        assert cells.drawn == 2 * 2
        assert {key: picture.size() for key, picture in cells._stamps.items()} == {
            k: 2 * size for k, size in once.items()
        }


@pytest.mark.parametrize("ticket", ["A047", "Q888", "أ٠٤٧", "M999"])
def test_a_copied_number_stands_where_a_drawn_one_does(qapp: QApplication, ticket: str) -> None:
    with shown_in(qapp, "ar") as wording:
        cells = CallCells(theme_of(LANDSCAPE), sizes_of(LANDSCAPE), wording)
        copied, drawn = (blank(900, 180) for _ in range(2))
        with painter_on(copied) as painter:
            cells._paint_number(painter, copied.rect(), (ticket, "primary"))
        with painter_on(drawn) as painter:
            strong = theme_of(LANDSCAPE).colour("primary")
            draw_digits(painter, drawn.rect(), ticket, sizes_of(LANDSCAPE).row_font_px, strong)
        one, other = (ink(picture) for picture in (copied, drawn))
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 1


def blank(width: int, height: int) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    return picture


@contextmanager
def painter_on(picture: QImage) -> Iterator[QPainter]:
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    yield painter
    painter.end()


def ink(picture: QImage) -> tuple[int, int, int, int]:
    """Return the edges of all that is not black."""
    xs, ys = zip(*places(picture, lambda colour: colour.red() > 90), strict=True)
    return min(xs), max(xs), min(ys), max(ys)
