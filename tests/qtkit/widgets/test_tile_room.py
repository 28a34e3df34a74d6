from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from qtkit.look.looks import Looks
from qtkit.look.theme import Theme
from qtkit.widgets import painting
from qtkit.widgets.tile import Tile
from qtkit.widgets.tile_content import TileContent
from qtkit.widgets.tile_room import facts_line_px, room_for

CONTENTS = [
    TileContent("A", "Housing assistance", "A", "7 people waiting", "10 to 35 minutes"),
    TileContent("A", "Real-estate transactions of all kinds", "T", "12 people waiting"),
    TileContent("k", "Investor or developer", centred=True),
    TileContent("k", "Buttons at the bottom", aside="Off", centred=True),
]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.title)
@pytest.mark.parametrize("width", [420, 600, 1000])
@pytest.mark.parametrize("percent", [150, 200])
def test_in_the_room_it_asks_for_a_tile_draws_its_title_in_full_size(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch, content: TileContent, width: int, percent: int
) -> None:
    large = theme.in_looks(Looks(percent))
    height = room_for(large, content, width)
    if height is None:
        return
    asked: list[tuple[str, int, int]] = []
    fitted = painting.fitted

    def watched(font: QFont, text: str, box: QRect, *, wrap: bool) -> QFont:
        got = fitted(font, text, box, wrap=wrap)
        asked.append((text, font.pixelSize(), got.pixelSize()))
        return got

    monkeypatch.setattr(painting, "fitted", watched)
    tile = Tile(large, "t")
    qtbot.addWidget(tile)
    tile.resize(width, height)
    tile.show_content(content)
    tile.grab()
    assert next(got / wanted for text, wanted, got in asked if text == content.title) == 1.0
    assert min(got / wanted for text, wanted, got in asked if text) >= 0.85


def test_a_word_wider_than_the_tile_has_no_room(theme: Theme) -> None:
    assert room_for(theme, TileContent("k", "Donaudampfschifffahrt", centred=True), 300) is None
    assert (
        room_for(theme, TileContent("k", "On", aside="Donaudampfschifffahrtsgesellschaft", centred=True), 300) is None
    )


def test_larger_text_needs_more_room(theme: Theme) -> None:
    usual, large = (room_for(theme.in_looks(Looks(percent)), CONTENTS[0], 900) for percent in (100, 200))
    assert usual is not None
    assert large is not None
    assert large > usual
    assert facts_line_px(theme.in_looks(Looks(200))) > theme.size("body") * 2
