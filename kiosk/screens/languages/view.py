"""The page of all languages: one large tile for each, in its own words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.screens.view_data.visitor import LanguagesView
from kiosk.screens.widgets.language_names import LANGUAGE_NAMES
from kiosk.screens.widgets.tile_grid import TileGrid, add_grid
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from qtkit.widgets.tile_content import TileContent


class LanguagesScreen(QWidget):
    """Shows one LanguagesView; `language_chosen(str)` is the tag of the tile that was touched."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("languages_screen")
        self._language = language
        self._view: LanguagesView | None = None
        self.question = Words(theme, "headline", weight=QFont.Weight.Bold, colour="primary_dark", wrap=True)
        self.grid = TileGrid(theme, "language")
        self.grid.chosen.connect(self.language_chosen)
        layout = QVBoxLayout(self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(14), edge, theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.question)
        add_grid(layout, self.grid, theme)

    def show_view(self, view: LanguagesView) -> None:
        """Show `view`; the language that is shown already is marked."""
        self._view = view
        self.question.set_text(self.tr("Change the language"))
        self.grid.show_tiles([self._tile(tag) for tag in view.languages])

    def _tile(self, tag: str) -> TileContent:
        shown = tag == self._language.tag
        self._language.know(tag)
        return TileContent(tag, LANGUAGE_NAMES.get(tag, tag), selected=shown, centred=True)

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
