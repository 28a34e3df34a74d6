"""The first screen: a greeting in Arabic and English, and one large tile for each language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.presenters.views import WelcomeView
from kiosk.views.header import LANGUAGE_NAMES
from kiosk.views.tile_grid import TileGrid
from qtkit.language import Language
from qtkit.parts.tile import TileContent
from qtkit.parts.words import Words
from qtkit.theme import Theme

BEGIN = str(QT_TRANSLATE_NOOP("WelcomeScreen", "Touch here to begin"))
"""Said on each language's tile in that language."""


class WelcomeScreen(QWidget):
    """Shows one WelcomeView; `language_chosen(str)` is the tag of the tile that was touched."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._view: WelcomeView | None = None
        self._greeting = Words(theme, "display", weight=QFont.Weight.Bold, side="centre", colour="primary_dark")
        self._subtitle = Words(theme, "title", side="centre", colour="ink_soft")
        self._notice = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self.grid = TileGrid(theme, "language")
        self.grid.chosen.connect(self.language_chosen)
        layout = QVBoxLayout(self)
        edge = theme.px(120 if not theme.portrait else 80)
        layout.setContentsMargins(edge, theme.px(50), edge, theme.px(40))
        layout.setSpacing(theme.px(10))
        layout.addStretch(3)
        layout.addWidget(self._greeting)
        layout.addWidget(self._subtitle)
        layout.addStretch(2)
        self.grid.setFixedHeight(theme.px(260) if not theme.portrait else 2 * theme.px(260) + theme.px(24))
        layout.addWidget(self.grid)
        layout.addStretch(3)
        layout.addWidget(self._notice)

    def show_view(self, view: WelcomeView) -> None:
        """Show `view`."""
        self._view = view
        self._greeting.set_text(self.tr("Welcome"))
        self._subtitle.set_text(self.tr("Choose your language to take a ticket"))
        self._notice.set_text("  ·  ".join(self._language.pick(notice) for notice in view.notices))
        self._notice.setVisible(bool(view.notices))
        self.grid.show_tiles([self._tile(tag) for tag in view.languages])

    def _tile(self, tag: str) -> TileContent:
        begin = self._language.text_in(tag, "WelcomeScreen", BEGIN)
        return TileContent(key=tag, title=LANGUAGE_NAMES.get(tag, tag), aside=begin)

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)

    def keyboard_order(self) -> list[QWidget]:
        """Return what the Tab key goes through, in order."""
        return [tile for tile in self.grid.tiles if tile.focusPolicy() != Qt.FocusPolicy.NoFocus]
