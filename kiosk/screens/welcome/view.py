"""The first screen: a greeting in Arabic and English, and one large tile for each language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.text.digits import isolated
from kiosk.screens.view_data.visitor import Texts, WelcomeView
from kiosk.screens.widgets.language_names import LANGUAGE_NAMES
from kiosk.screens.widgets.tile_grid import TileGrid, add_grid, columns_for
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.painting import painting
from qtkit.widgets.text import Words
from qtkit.widgets.tile_content import TileContent

BEGIN = str(QT_TRANSLATE_NOOP("WelcomeScreen", "Touch here to begin"))
CHOOSE = str(QT_TRANSLATE_NOOP("WelcomeScreen", "Choose your language to take a ticket"))
GREETING = str(QT_TRANSLATE_NOOP("WelcomeScreen", "Welcome"))
"""Said in every language at once: who does not read the one shown must find his own."""
FEW = 2


class WelcomeScreen(QWidget):
    """Shows one WelcomeView; `language_chosen(str)` is the tag of the tile that was touched."""

    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._between = "\n" if theme.portrait else "   ·   "
        self._view: WelcomeView | None = None
        self.greeting = Words(theme, "display", weight=QFont.Weight.Bold, side="centre", colour="primary_dark")
        self.other_greeting = Words(theme, "headline", side="centre", colour="primary_dark")
        self.choose = Words(theme, "lead", side="centre", colour="ink_soft", wrap=theme.portrait)
        self.notice = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self._inks = {
            self.greeting: "primary_dark",
            self.other_greeting: "primary_dark",
            self.choose: "ink_soft",
            self.notice: "ink",
        }
        self._premium = False
        self.grid = TileGrid(theme, "language")
        # In every language: a tile that changes sides under the finger is touched twice.
        self.grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.grid.chosen.connect(self.language_chosen)
        layout = QVBoxLayout(self)
        edge = theme.px(120 if not theme.portrait else 80)
        layout.setContentsMargins(edge, theme.px(50), edge, theme.px(8 if theme.reach else 40))
        layout.setSpacing(theme.px(10))
        layout.addStretch(2)
        layout.addWidget(self.greeting)
        layout.addWidget(self.other_greeting)
        layout.addStretch(2)
        layout.addWidget(self.choose)
        layout.addSpacing(theme.px(20))
        if theme.reach:
            layout.addWidget(self.notice)
            add_grid(layout, self.grid, theme)
            return
        layout.addWidget(self.grid, stretch=100)
        layout.addStretch(2)
        layout.addWidget(self.notice)

    def show_view(self, view: WelcomeView) -> None:
        """Show `view`."""
        self._view = view
        shown = self._language.tag
        # One other only: five greetings would leave no room for the tiles, which say the same in each language.
        others = [tag for tag in view.languages if tag != shown][:1]
        self.greeting.set_text(self._phrase(shown, GREETING))
        entrance = [self._language.pick(view.zone_names), self._language.pick(view.for_whom)]
        # A visitor at a zone's entrance sees first where he is.
        told = "  ·  ".join(filter(None, entrance)) or "".join(self._phrase(tag, GREETING) for tag in others)
        self.other_greeting.set_text(told)
        self._dress(premium=view.premium)
        self.choose.set_text(self._between.join(self._phrase(tag, CHOOSE) for tag in (shown, *others)))
        self.notice.set_text(self._notices(view.notices, (shown, *others)))
        self.notice.setVisible(bool(view.notices))
        self._make_room(len(view.languages))
        self.grid.show_tiles([self._tile(tag) for tag in view.languages])

    def _dress(self, *, premium: bool) -> None:
        """Wear the premium entrance's own ground, dark and still, or the hall's usual one."""
        self._premium = premium
        for words, usual in self._inks.items():
            words.set_colour("on_primary" if premium else usual)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the premium entrance's ground; the usual one is the window's."""
        if self._premium:
            with painting(self) as painter:
                painter.fillRect(self.rect(), self._theme.colour("primary_dark"))

    def _make_room(self, count: int) -> None:
        """Give the tiles their rows."""
        theme, upright = self._theme, self._theme.portrait
        if theme.reach:
            return
        rows = -(-count // columns_for(count, portrait=upright))
        gaps = (rows - 1) * max(theme.px(24), theme.touch_gap_px)
        wanted = (280 if upright else 240) if count <= FEW else 200
        self.grid.setMinimumHeight(rows * theme.touch_px + gaps)
        if theme.large and not upright:  # the tiles say both, each in its own language
            self.other_greeting.hide()
            self.choose.hide()
        if not theme.large:
            self.grid.setMaximumHeight(rows * max(theme.px(wanted), theme.touch_px) + gaps)

    def _notices(self, notices: tuple[Texts, ...], tags: tuple[str, ...]) -> str:
        """Return the notices in the language shown, and below them in the other one: nobody has chosen yet.

        In large text the first alone has room.
        """
        own = [isolated(self._language.pick(notice)) for notice in notices]
        lines = [own] + [[isolated(notice[tag]) for notice in notices if notice.get(tag)] for tag in tags[1:]]
        lines = [line for at, line in enumerate(lines) if line and (at == 0 or line != own)]
        return "\n".join("  ·  ".join(line) for line in (lines[:1] if self._theme.large else lines))

    def _phrase(self, tag: str, text: str) -> str:
        return self._language.text_in(tag, "WelcomeScreen", text)

    def _tile(self, tag: str) -> TileContent:
        self._language.know(tag)
        begin = "" if self._theme.large else self._phrase(tag, BEGIN)
        return TileContent(key=tag, title=LANGUAGE_NAMES.get(tag, tag), aside=begin, centred=True)

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
