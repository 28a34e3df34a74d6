"""The area between header and footer: a screen whose large text does not fit is shown page by page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from kiosk.screens.frame.fitting import height_needed, leaves
from kiosk.screens.frame.reading_pages import Span, pages_of, with_air
from kiosk.screens.widgets.page_buttons import PageButtons
from qtkit.look.theme import Theme

AIR_PX = 30
"""Empty ground above the first line of a later page, on a shorter side of 1080."""


class Reading(QWidget):
    """Holds `bodies`; it never shrinks them: what does not fit comes on the next page.

    Whatever the keyboard comes to is on the page that is shown. `parted`: the pages of the shown screen, each with its
    top and its end, px.
    """

    parted = Signal(object)  # tuple[Span, ...]

    def __init__(self, theme: Theme, bodies: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._bodies = theme, bodies
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._view = QWidget(self)
        bodies.setParent(self._view)
        self.buttons = PageButtons(theme, self)
        self.buttons.turned.connect(self.turn)
        self.buttons.hide()
        self._pages: tuple[Span, ...] = ()
        self._page = self._room = 0
        bodies.currentChanged.connect(lambda _: self._begin())
        app = QApplication.instance()
        if theme.large and isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @property
    def pages(self) -> int:
        """Return how many pages the screen that is shown has."""
        return len(self._pages)

    def fit(self) -> None:
        """Give the shown screen the height it needs, and part it into pages where that is more than there is."""
        room = self.height()
        needed = height_needed(self._bodies, self.width()) if self._theme.large else 0
        edge = self._theme.px(40)
        foot = self.buttons.sizeHint().height() + self._theme.touch_gap_px + self._theme.px(20) if needed > room else 0
        self._room = room - foot
        self._bodies.resize(self.width(), max(needed, self._room))
        if foot:
            self._lay_out()
            parts = leaves(self._bodies)
            pages = pages_of(parts, height=self._bodies.height(), room=room - foot)
            self._pages = with_air(pages, parts, room=room - foot, air=self._theme.px(AIR_PX))
            top, height = room - foot + self._theme.touch_gap_px, self.buttons.sizeHint().height()
            self.buttons.setGeometry(edge, top, self.width() - 2 * edge, height)
        else:
            self._pages = ((0, room),)
        self.parted.emit(self._pages)
        self.buttons.setVisible(bool(foot))
        self.turn(min(self._page, self.pages - 1))

    def turn(self, page: int) -> None:
        """Show one page, from 0."""
        self._page = page
        top, end = self._pages[page]
        # Within reach a page stands at the foot: its controls are the last of it.
        above = max(0, self._room - (end - top)) if self._theme.reach else 0
        self._view.setGeometry(0, above, self.width(), end - top)
        self._bodies.move(0, -top)
        self.buttons.show_page(page, self.pages)

    def _begin(self) -> None:
        self._page = 0
        self.fit()

    def _lay_out(self) -> None:
        """Have all parts in their places now: the pages are made by where they lie."""
        for part in (self._bodies, *self._bodies.findChildren(QWidget)):
            layout = part.layout()
            if layout is not None and part.isVisibleTo(self._bodies):
                layout.activate()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or self.pages < 2 or not self._bodies.isAncestorOf(now):
            return
        middle = now.mapTo(self._bodies, QPoint(0, now.height() // 2)).y()
        page = next((at for at, (top, end) in enumerate(self._pages) if top <= middle < end), self._page)
        if page != self._page:
            self.turn(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the screen again."""
        super().resizeEvent(event)
        self.fit()
