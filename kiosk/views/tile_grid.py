"""A grid of tiles that fills its room: rows and columns by their number and the screen's shape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qtkit.parts.tile import Tile, TileContent
from qtkit.theme import Theme

LARGEST_TILE_PX = 320
"""Height of a tile at most, on a shorter side of 1080: two tiles do not have to fill a screen."""


def columns_for(count: int, *, portrait: bool) -> int:
    """Return the columns for `count` tiles: upright one, then two; lying two to four, with the fewest empty places.

    >>> [columns_for(n, portrait=False) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9)]
    [1, 2, 3, 2, 3, 3, 4, 4, 3]
    >>> [columns_for(n, portrait=True) for n in (1, 7, 8, 9)]
    [1, 1, 1, 2]
    """
    if portrait:
        return 1 if count <= 8 else 2
    if count <= 3:
        return max(1, count)
    fewest = range(2, 3) if count == 4 else range(3, 5)
    return min(fewest, key=lambda columns: (-count % columns, columns))


class TileGrid(QWidget):
    """Shows TileContents; `chosen(str)` is the key of the tile that was touched. Tiles are kept while keys stay."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self.tiles: list[Tile] = []

    def show_tiles(self, contents: Sequence[TileContent]) -> None:
        """Show these tiles, in this order from the leading top corner."""
        while len(self.tiles) > len(contents):
            tile = self.tiles.pop()
            tile.hide()
            tile.deleteLater()
        while len(self.tiles) < len(contents):
            tile = Tile(self._theme, "", self)
            tile.clicked.connect(lambda _=False, tile=tile: self.chosen.emit(tile.content.key))
            tile.show()
            self.tiles.append(tile)
        for tile, content in zip(self.tiles, contents, strict=True):
            tile.setObjectName(f"{self.objectName()}_{content.key}")
            tile.show_content(content)
        self._place()

    def sizeHint(self) -> QSize:
        """Return a modest size; the layout gives what there is."""
        return QSize(self._theme.px(800), self._theme.px(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles anew."""
        super().resizeEvent(event)
        self._place()

    def _row_height(self, columns: int, gap: int) -> int:
        rows = -(-len(self.tiles) // columns)
        return (self.height() - (rows - 1) * gap) // rows

    def _place(self) -> None:
        if not self.tiles:
            return
        gap = max(self._theme.touch_gap_px, self._theme.px(24))
        columns = columns_for(len(self.tiles), portrait=self._theme.portrait)
        while columns < len(self.tiles) and self._row_height(columns, gap) < self._theme.touch_px:
            columns += 1
        width = (self.width() - (columns - 1) * gap) // columns
        height = min(self._row_height(columns, gap), self._theme.px(LARGEST_TILE_PX))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for at, tile in enumerate(self.tiles):
            row, column = divmod(at, columns)
            x = (columns - 1 - column if rtl else column) * (width + gap)
            tile.setGeometry(QRect(x, row * (height + gap), width, height))
