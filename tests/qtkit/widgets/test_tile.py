from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtkit.look.looks import Looks
from qtkit.look.theme import Theme
from qtkit.widgets.tile import Tile, even_titles
from qtkit.widgets.tile_content import TileContent

CONTENT = TileContent("A", "المساعدات السكنية", "A", "7 أشخاص في الانتظار", "من 10 إلى 35 دقيقة")


@pytest.fixture
def tile(qtbot: QtBot, theme: Theme) -> Tile:
    tile = Tile(theme, "tile_A")
    qtbot.addWidget(tile)
    tile.resize(440, 300)
    tile.show_content(CONTENT)
    tile.show()
    return tile


def test_a_click_a_touch_and_the_keyboard_press_it(qtbot: QtBot, tile: Tile) -> None:
    pressed: list[str] = []
    tile.clicked.connect(lambda: pressed.append("x"))
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert len(pressed) == 2


class Painted(Tile):
    """A tile that notes how it is painted."""

    told: list[str]

    def paintEvent(self, event: QPaintEvent) -> None:
        self.told.append("pressed" if self.isDown() else "let go")
        super().paintEvent(event)


def test_a_touch_is_told_before_the_tile_is_painted_as_it_is_let_go(qtbot: QtBot, theme: Theme) -> None:
    tile = Painted(theme, "tile_A")
    told = tile.told = []
    qtbot.addWidget(tile)
    tile.show_content(CONTENT)
    with qtbot.waitExposed(tile):
        tile.show()
    tile.clicked.connect(lambda: told.append("told"))
    QTest.mousePress(tile, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: told[-1:] == ["pressed"])
    told.clear()
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton)
    assert told == ["told"]
    qtbot.waitUntil(lambda: told == ["told", "let go"])


def test_a_closed_tile_is_not_pressed(tile: Tile) -> None:
    tile.show_content(TileContent("A", "x", enabled=False))
    pressed: list[str] = []
    tile.clicked.connect(lambda: pressed.append("x"))
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert pressed == []


def test_a_screen_reader_hears_title_and_facts(tile: Tile) -> None:
    assert tile.accessibleName() == CONTENT.title
    assert tile.accessibleDescription() == f"{CONTENT.facts}، {CONTENT.aside}"


def test_it_is_never_smaller_than_a_finger(tile: Tile, theme: Theme) -> None:
    assert min(tile.minimumWidth(), tile.minimumHeight()) >= theme.touch_px


@pytest.mark.parametrize("size", [(440, 300), (1000, 170), (520, 100)], ids=["tall", "wide", "smallest"])
def test_each_shape_paints_and_mirrors(tile: Tile, size: tuple[int, int]) -> None:
    tile.resize(*size)
    tile.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    left = tile.grab().toImage()
    tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = tile.grab().toImage()
    mark = tile._theme.colour("primary")
    half = size[0] // 2
    columns_left = [x for x in range(0, size[0], 3) for y in range(0, size[1], 3) if left.pixelColor(x, y) == mark]
    columns_right = [x for x in range(0, size[0], 3) for y in range(0, size[1], 3) if right.pixelColor(x, y) == mark]
    assert max(columns_left) < half < min(columns_right)


SERVICES = [
    TileContent("L", "الأراضي", "L", aside="15 دقيقة أو أقل", sign="lands"),
    TileContent("T", "Real-estate transactions and mortgages", "T", "4 أشخاص في الانتظار", sign="transactions"),
    TileContent("B", "لديّ موعد", sign="calendar"),
]


@pytest.mark.parametrize("size", [(620, 145), (500, 215), (1000, 150)], ids=["lying", "upright", "one column"])
def test_names_of_neighbours_have_one_size_and_all_of_them_fit(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    tiles = [Tile(theme, content.key) for content in SERVICES]
    for tile, content in zip(tiles, SERVICES, strict=True):
        qtbot.addWidget(tile)
        tile.resize(*size)
        tile.show_content(content)
    alone = [tile.fitted_title_px() for tile in tiles]
    even_titles(theme, tiles)
    assert {tile._title_font().pixelSize() for tile in tiles} == {max(min(alone), theme.size("body"))}
    assert min(alone) >= theme.size("body")


def test_facts_and_letter_of_a_wide_tile_stand_under_its_name(qtbot: QtBot, theme: Theme) -> None:
    tile = Tile(theme, "T")
    qtbot.addWidget(tile)
    tile.resize(620, 145)
    tile.show_content(SERVICES[0])
    plan = tile._plan()
    assert (plan.facts, plan.letter > 0, plan.mark) == ("under", True, True)


def test_a_choice_is_seen(tile: Tile) -> None:
    plain = tile.grab().toImage()
    tile.show_content(TileContent("A", CONTENT.title, "A", CONTENT.facts, CONTENT.aside, selected=True))
    assert tile.grab().toImage() != plain


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_tick_of_a_narrow_switch_lies_beside_the_short_text_and_not_on_the_name(
    qtbot: QtBot, theme: Theme, percent: int
) -> None:
    large = theme.in_looks(Looks(percent))
    switch = Tile(large, "t")
    qtbot.addWidget(switch)
    switch.resize(317, 366)
    switch.show_content(TileContent("k", "Larger text", aside="150%", selected=True, centred=True))

    picture = switch.grab().toImage()
    tick = large.colour("primary")
    inside = QRect(QPoint(0, 0), picture.size()).adjusted(15, 15, -15, -15)
    rows = {
        y
        for y in range(inside.top(), inside.bottom())
        for x in range(inside.left(), inside.right())
        if picture.pixelColor(x, y) == tick
    }
    assert rows
    assert min(rows) > picture.height() / 2
