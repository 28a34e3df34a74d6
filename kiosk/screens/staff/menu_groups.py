"""The staff menu's acts in groups: a heading beside each group (upright above it), tiles in columns, signs on them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import MenuGroup
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from qtkit.widgets.tile import Tile, even_titles
from qtkit.widgets.tile_content import TileContent

LYING_COLUMNS, UPRIGHT_COLUMNS = 4, 2


class StaffGroups(QWidget):
    """Shows MenuGroups; `chosen(str)` is the act of the touched tile. A dangerous one has a red edge."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, texts: StaffTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._texts = theme, texts
        self._shown: tuple[MenuGroup, ...] = ()
        self._headings: list[Words] = []
        self.tiles: list[Tile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(max(theme.touch_gap_px, theme.px(20)))

    def show_groups(self, groups: tuple[MenuGroup, ...]) -> None:
        """Show these groups, in the language of now."""
        if groups != self._shown:
            self._lay_out(groups)
        for heading, group in zip(self._headings, groups, strict=True):
            heading.set_text(self._texts.group(group.name) if group.name else "")
        for tile in self.tiles:
            act = tile.objectName().removeprefix("staff_")
            tile.show_content(TileContent(act, self._texts.act(act), sign=act, danger=act in self._dangerous))
        self._grid.activate()
        even_titles(self._theme, self.tiles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names of the acts one size."""
        super().resizeEvent(event)
        even_titles(self._theme, self.tiles)

    def _lay_out(self, groups: tuple[MenuGroup, ...]) -> None:
        for part in (*self._headings, *self.tiles):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._shown, self._headings, self.tiles = groups, [], []
        self._dangerous = {act for group in groups if group.danger for act in group.acts}
        upright = self._theme.portrait
        columns, first = (UPRIGHT_COLUMNS, 0) if upright else (LYING_COLUMNS, 1)
        row = 0
        for group in groups:
            heading = Words(self._theme, "lead", weight=QFont.Weight.DemiBold, colour="ink_soft", wrap=True)
            self._headings.append(heading)
            self._grid.addWidget(heading, row, 0, 1, columns if upright else 1)
            row += upright
            for at, act in enumerate(group.acts):
                self._grid.addWidget(self._tile(act), row + at // columns, first + at % columns)
            row += -(-len(group.acts) // columns)
        for column in range(columns):
            self._grid.setColumnStretch(first + column, 3)
        if not upright:
            self._grid.setColumnStretch(0, 2)

    def _tile(self, act: str) -> Tile:
        tile = Tile(self._theme, f"staff_{act}", self)
        tile.clicked.connect(lambda _=False: self.chosen.emit(act))
        self.tiles.append(tile)
        return tile
