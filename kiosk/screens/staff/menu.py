"""The staff's tiles: what the menu offers, and the tickets that may be printed again."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.screens.staff.menu_groups import StaffGroups
from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import MenuView, ReprintTile, ReprintView
from kiosk.screens.widgets.priority_switch import ROW_PX
from kiosk.screens.widgets.tile_grid import TileGrid
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from qtkit.widgets.tile_content import TileContent


class StaffMenu(QWidget):
    """Shows a MenuView or a ReprintView; `act_chosen(str)` is an act, `ticket_chosen(str)` a visit."""

    act_chosen = Signal(str)
    ticket_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, texts: StaffTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("staff_menu")
        self._language, self._texts = language, texts
        self._view: MenuView | ReprintView | None = None
        self.zone: ZoneInfo | None = None
        self.title = Words(theme, "headline", weight=QFont.Weight.Bold, colour="primary_dark", wrap=True)
        self.line = Words(theme, "lead", colour="ink", wrap=True)
        self.grid = TileGrid(theme, "staff")
        self.grid.chosen.connect(self._chosen)
        self.groups = StaffGroups(theme, texts)
        self.groups.chosen.connect(self._chosen)
        self._grouped = not theme.large and not theme.reach and theme.touch_px <= theme.px(ROW_PX)
        """In large text, within reach, and where a finger takes more of the screen than a row, there is one list."""
        layout = QVBoxLayout(self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(14), edge, theme.px(16))
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.line)
        layout.addSpacing(theme.px(16))
        layout.addWidget(self.grid, stretch=1)
        layout.addWidget(self.groups, stretch=1)

    def show_view(self, view: MenuView | ReprintView) -> None:
        """Show `view`."""
        self._view = view
        self.groups.setVisible(self._grouped and isinstance(view, MenuView))
        self.grid.setVisible(self.groups.isHidden())
        if isinstance(view, MenuView):
            self._show_menu(view)
        else:
            self._show_tickets(view)

    def _show_menu(self, view: MenuView) -> None:
        #: The staff menu's headline; %1 is the name of who opened it.
        title = self.tr("Staff menu · %1")
        self.title.set_text(title.replace("%1", f"\u2068{view.name}\u2069"))
        left = self._texts.tickets_left(view.tickets_left)
        self.line.set_text("  ·  ".join(text for text in (self._texts.printer(view.printer), left) if text))
        if self._grouped:
            self.groups.show_groups(view.groups)
        else:
            self.grid.show_tiles([TileContent(act, self._texts.act(act), centred=True) for act in view.acts])

    def _show_tickets(self, view: ReprintView) -> None:
        cut_off = self.tr("These tickets were not printed completely")
        self.title.set_text(cut_off if view.torn else self.tr("Choose a ticket to print again"))
        same = self.tr("The number stays the same. The paper shows «Copy» and the time")
        self.line.set_text(same if view.tiles else self.tr("No tickets issued on this device today"))
        self.grid.show_tiles([self._tile(tile, enabled=view.enabled) for tile in view.tiles])

    def _tile(self, tile: ReprintTile, *, enabled: bool) -> TileContent:
        at = tile.issued_at.astimezone(self.zone)
        return TileContent(
            key=tile.visit,
            title=self._language.code(tile.number),
            aside=self._language.code(f"{at:%H:%M}") + "  ·  " + self._texts.print_state(tile.state),
            enabled=enabled,
            centred=True,
        )

    def _chosen(self, key: str) -> None:
        wanted = self.act_chosen if isinstance(self._view, MenuView) else self.ticket_chosen
        wanted.emit(key)

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
