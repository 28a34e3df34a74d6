"""A grid of tiles that fills its room: rows and columns by their number and the screen's shape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.screens.widgets.page_buttons import PageButtons
from kiosk.screens.widgets.tile_pages import MOST_COLUMNS, Arrangement, arrange
from qtkit.look.theme import Theme
from qtkit.widgets.painting import mirrored
from qtkit.widgets.tile import Tile, even_titles
from qtkit.widgets.tile_content import TileContent
from qtkit.widgets.tile_room import room_for, room_for_title

LOW_WIDTH_PX, LOW_TILE_PX = 520, 100
"""Width and height of a tile with facts at least, where all tiles must lie within reach."""
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
    """Shows TileContents; `chosen(str)` is the key of the tile that was touched. Tiles are kept while keys stay.

    In large text, and within reach, tiles keep the room their texts need and go on to a next page. Where there is no
    room for all texts of even one tile, its title has what there is. With `steady`, the first tile stays under the
    finger that makes the text larger: within reach in one row wherever it fits, else in no more columns than usual.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, steady: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._steady = steady
        self._page = 0
        self.tiles: list[Tile] = []
        self.pages = PageButtons(theme, self, beside=theme.reach)
        self.pages.turned.connect(self._turn)
        self.pages.hide()
        if theme.reach:
            self.setFixedHeight(theme.reach_px - reach_foot_px(theme))

    def show_tiles(self, contents: Sequence[TileContent]) -> None:
        """Show these tiles, in this order from the leading top corner."""
        if [content.key for content in contents] != [tile.content.key for tile in self.tiles]:
            self._page = 0
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
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Return a modest size; the layout gives what there is."""
        return QSize(self._theme.px(800), self._theme.px(400))

    def minimumSizeHint(self) -> QSize:
        """Return the room of one tile and of the buttons between pages, where text is large."""
        theme = self._theme
        if not theme.large or theme.reach or not self.tiles:
            return QSize(0, 0)
        # The screen's width, not the one of now: before the first layout that is any width.
        needed = self._needs(theme.width_px - 2 * theme.px(40)) or theme.touch_px
        return QSize(0, needed + (self._foot() if len(self.tiles) > 1 else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles again."""
        super().resizeEvent(event)
        self._place()

    def _turn(self, page: int) -> None:
        self._page = page
        self._place()
        first = next((tile for tile in self.tiles if tile.isVisibleTo(self) and tile.isEnabled()), None)
        if first is not None and self.pages.isAncestorOf(self.focusWidget() or self):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gap(self) -> int:
        return max(self._theme.touch_gap_px, self._theme.px(24))

    def _foot(self) -> int:
        return self.pages.sizeHint().height() + self._gap()

    def _side(self) -> int:
        return self.pages.sizeHint().width() + self._gap()

    def _needs(self, width: int) -> int | None:
        """Return the height that the neediest tile needs in `width` px: all of a page are alike."""
        theme = self._theme
        least = theme.touch_px
        if width < 2 * least:
            return None
        if not theme.large:
            return self._needs_in_reach(width) if theme.reach else least
        return _neediest([room_for(theme, tile.content, width) for tile in self.tiles], least)

    def _title_needs(self, width: int) -> int | None:
        """Return the height that titles need where there is no room for the rest."""
        titles = [room_for_title(self._theme, tile.content, width) for tile in self.tiles]
        return _neediest(titles, self._theme.touch_px)

    def _needs_in_reach(self, width: int) -> int | None:
        """Return what a low tile needs: beside its facts a title must have room for its words."""
        theme = self._theme
        facts = any(not tile.content.centred for tile in self.tiles)
        if width < theme.px(LOW_WIDTH_PX if facts else LOW_WIDTH_PX // 2):
            return None
        least = max(theme.touch_px, theme.px(LOW_TILE_PX)) if facts else theme.touch_px
        return _neediest([room_for_title(theme, tile.content, width, "body") for tile in self.tiles], least)

    def _row_height(self, columns: int, gap: int) -> int:
        rows = -(-len(self.tiles) // columns)
        return (self.height() - (rows - 1) * gap) // rows

    def _arranged(self) -> Arrangement:
        count, gap, theme = len(self.tiles), self._gap(), self._theme
        if theme.large or theme.reach:
            width, height = self.width(), self.height()
            paged = (width - self._side(), height) if theme.reach else (width, height - self._foot())
            one_row = self._steady and theme.reach
            usual = columns_for(count, portrait=theme.portrait)
            most = usual if self._steady and not theme.reach else MOST_COLUMNS
            for needs in (self._needs, self._title_needs):
                made = arrange(
                    count, (width, height), paged=paged, gap=gap, needs=needs, one_row=one_row, most_columns=most
                )
                if made is not None:
                    return made
            return Arrangement(1, 1, count)
        columns = columns_for(count, portrait=theme.portrait)
        while columns < count and self._row_height(columns, gap) < theme.touch_px:
            columns += 1
        return Arrangement(columns, -(-count // columns))

    def _place(self) -> None:
        if not self.tiles:
            self.pages.hide()
            return
        made = self._arranged()
        self._page = min(self._page, made.pages - 1)
        several, gap = made.pages > 1, self._gap()
        room = self.rect()
        if several and self._theme.reach:
            room.setWidth(self.width() - self._side())
            buttons = QRect(room.width() + gap, 0, self._side() - gap, self.height())
        else:
            room.setHeight(self.height() - (self._foot() if several else 0))
            buttons = QRect(0, room.height() + gap, self.width(), self._foot() - gap)
        self._place_tiles(made, room)
        self.pages.setVisible(several)
        if several:
            self.pages.setGeometry(mirrored(self, buttons))
            self.pages.show_page(self._page, made.pages)

    def _place_tiles(self, made: Arrangement, room: QRect) -> None:
        gap = self._gap()
        width = (room.width() - (made.columns - 1) * gap) // made.columns
        height = (room.height() - (made.rows - 1) * gap) // made.rows
        if not self._theme.large:
            height = min(height, self._theme.px(LARGEST_TILE_PX))
        first = self._page * made.on_page
        for at, tile in enumerate(self.tiles):
            here = first <= at < first + made.on_page
            tile.setVisible(here)
            row, column = divmod(at - first, made.columns)
            if here:
                place = QRect(column * (width + gap), row * (height + gap), width, height)
                tile.setGeometry(mirrored(self, place))
        even_titles(self._theme, self.tiles[first : first + made.on_page])


def _neediest(heights: Sequence[int | None], least: int) -> int | None:
    """Return the largest of the heights and of `least`; None where one of them is None."""
    known = [height for height in heights if height is not None]
    return max(least, *known) if known and len(known) == len(heights) else None


def reach_foot_px(theme: Theme) -> int:
    """Return what the foot of the window takes of the lowest third: two rows on an upright screen, else one."""
    rows = 2 if theme.portrait else 1
    row = max(theme.touch_px, round(theme.size("lead") * 1.55) + theme.px(24))  # a finger, or a button's word
    return rows * row + (rows - 1) * max(theme.touch_gap_px, theme.px(24)) + theme.px(8 + 10 + 16)


def add_grid(layout: QBoxLayout, grid: TileGrid, theme: Theme, *before: QWidget) -> None:
    """Let `grid` have all the room that is left; within reach it lies at the foot, and what is only read above it.

    `before` is what is touched and stands above the grid.
    """
    if theme.reach:
        layout.addStretch(1)
    for part in before:
        layout.addWidget(part)
    layout.addWidget(grid, stretch=0 if theme.reach else 1)
