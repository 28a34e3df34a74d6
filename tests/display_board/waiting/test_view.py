from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display_board.drawing.sizes import Parts, Screen, board_sizes
from display_board.drawing.wording import Wording
from display_board.waiting.presenter import WaitingFigure
from display_board.waiting.view import Figures
from tests.display_board.helpers.board_parts import LANDSCAPE, PORTRAIT, shown_in, theme_of
from tests.helpers.pixels import places

NAMES = ("المساعدات السكنية", "Housing assistance")


def figure(waiting: int, minutes: tuple[int, int] | None = (15, 26)) -> WaitingFigure:
    return WaitingFigure(dict(zip(("ar", "en"), NAMES, strict=True)), waiting, minutes)


def figures(qtbot: QtBot, wording: Wording, size: tuple[int, int] = LANDSCAPE) -> Figures:
    part = Figures(theme_of(size), board_sizes(Screen(*size, 43, 12), Parts(figures=True)), wording)
    part.setFixedSize(size[0], part.sizeHint().height())
    qtbot.addWidget(part)
    return part


def inked_columns(picture: QImage) -> set[int]:
    ground = theme_of(LANDSCAPE).colour("ground")
    return {x for x, _ in places(picture, lambda colour: colour != ground)}


@pytest.mark.parametrize(("size", "cells"), [(LANDSCAPE, 3), (PORTRAIT, 4)])
@pytest.mark.parametrize("setting", ["ar", "en", "both"])
def test_cells_lie_inside_beside_the_title_and_apart(
    qtbot: QtBot, qapp: QApplication, setting: str, size: tuple[int, int], cells: int
) -> None:
    with shown_in(qapp, setting) as wording:
        part = figures(qtbot, wording, size)
        boxes = [part._cell(place) for place in range(cells)]
        assert all(part.rect().contains(box) for box in boxes)
        assert not any(box.intersects(part._title_box()) for box in boxes)
        assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at])
        assert (boxes[0].x() > boxes[1].x()) == (setting != "en")


@pytest.mark.parametrize(("size", "cells"), [(LANDSCAPE, 3), (PORTRAIT, 4)])
def test_more_services_than_fit_take_turns_and_each_is_seen(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], cells: int
) -> None:
    with shown_in(qapp, "ar") as wording:
        part = figures(qtbot, wording, size)
        all_of_them = tuple(figure(n) for n in range(10))
        seen = []
        for page in range(-(-10 // cells)):
            part.show_page(all_of_them, page)
            assert len(part.shown) <= cells
            seen += [one.waiting for one in part.shown]
        assert seen == list(range(10))
        part.show_page(all_of_them, -(-10 // cells))
        assert part.shown[0].waiting == 0


def test_an_unknown_wait_leaves_its_place_empty(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "en") as wording:
        part = figures(qtbot, wording)
        part.show_page((figure(12),), 0)
        known = inked_columns(part.grab().toImage())
        part.show_page((figure(12, None),), 0)
        unknown = inked_columns(part.grab().toImage())
        assert unknown < known
        begin = part._part(part._cell(0), 0.79, 1.0).x()
        assert not any(x >= begin for x in unknown)


def test_no_text_leaves_its_cell(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        part = figures(qtbot, wording)
        part.show_page((figure(8888, (100, 195)),) * 3, 0)
        columns = inked_columns(part.grab().toImage())
        inside = {
            x for box in [part._title_box(), *map(part._cell, range(3))] for x in range(box.left(), box.right() + 1)
        }
        assert columns <= inside


def test_nothing_known_is_an_empty_strip_and_the_strip_is_named(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        part = figures(qtbot, wording)
        part.show_page((figure(3),), 0)
        assert part.accessibleName() == "المساعدات السكنية · Housing assistance 3"
        part.show_page((), 5)
        assert inked_columns(part.grab().toImage()) == set()
