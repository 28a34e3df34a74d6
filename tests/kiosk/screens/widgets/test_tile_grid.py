from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.widgets.tile_grid import TileGrid, columns_for
from qtkit.look.theme import Theme
from qtkit.widgets.tile_content import TileContent


def grid_of(qtbot: QtBot, theme: Theme, count: int, size: tuple[int, int] = (1840, 640)) -> TileGrid:
    grid = TileGrid(theme, "tile")
    grid.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(grid)
    grid.resize(*size)
    grid.show()
    grid.show_tiles([TileContent(f"k{n}", f"Service {n}") for n in range(count)])
    return grid


@pytest.mark.parametrize("count", range(1, 17))
@pytest.mark.parametrize("portrait", [True, False])
def test_tiles_fill_their_rows_and_never_stand_on_each_other(
    qtbot: QtBot, theme: Theme, count: int, portrait: bool
) -> None:
    theme = Theme(1080, 1920, 21.5) if portrait else theme
    grid = grid_of(qtbot, theme, count, (1000, 1300) if portrait else (1840, 640))
    places = [tile.geometry() for tile in grid.tiles]
    assert all(grid.rect().contains(place) for place in places)
    assert not [1 for at, one in enumerate(places) for other in places[at + 1 :] if one.intersects(other)]
    assert columns_for(count, portrait=portrait) in range(1, 5)


def test_the_first_tile_stands_where_one_begins_to_read(qtbot: QtBot, theme: Theme) -> None:
    grid = grid_of(qtbot, theme, 4)
    left = grid.tiles[0].x()
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.show_tiles([tile.content for tile in grid.tiles])
    assert left == 0
    assert grid.tiles[0].geometry().right() >= grid.width() - 2


def test_a_touched_tile_tells_its_key_also_after_the_tiles_changed(qtbot: QtBot, theme: Theme) -> None:
    grid, chosen = grid_of(qtbot, theme, 3), []
    grid.chosen.connect(chosen.append)
    kept = grid.tiles[0]
    grid.show_tiles([TileContent("new", "New")])
    QTest.mouseClick(kept, Qt.MouseButton.LeftButton)
    assert chosen == ["new"]
    assert (kept.objectName(), len(grid.tiles)) == ("tile_new", 1)


def test_no_tiles_is_an_empty_grid(qtbot: QtBot, theme: Theme) -> None:
    assert grid_of(qtbot, theme, 0).tiles == []


def test_on_a_small_screen_rows_give_way_to_columns(qtbot: QtBot) -> None:
    theme = Theme(540, 900, 12.0)
    grid = grid_of(qtbot, theme, 7, (500, 400))
    assert min(tile.height() for tile in grid.tiles) >= theme.touch_px
