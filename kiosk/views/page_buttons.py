"""The row at the foot of tiles that have more than one page: back, which page this is, and on."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtkit.digits import ARABIC_INDIC, WESTERN, in_digits
from qtkit.parts.action_button import ActionButton
from qtkit.parts.words import Words
from qtkit.theme import Theme


class PageButtons(QWidget):
    """`turned(int)` is the page that is wanted, from 0; after the last one comes the first."""

    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_buttons")
        self._page, self._pages = 0, 1
        self.before = ActionButton(theme, "page_before", "quiet")
        self.after = ActionButton(theme, "page_after", "quiet")
        self.place = Words(theme, "body", side="centre", colour="ink")
        self.before.clicked.connect(lambda: self.turned.emit((self._page - 1) % self._pages))
        self.after.clicked.connect(lambda: self.turned.emit((self._page + 1) % self._pages))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(max(theme.touch_gap_px, theme.px(24)))
        layout.addWidget(self.before)
        layout.addWidget(self.place, stretch=1)
        layout.addWidget(self.after)

    def show_page(self, page: int, pages: int) -> None:
        """Show that this is `page` (from 0) of `pages`."""
        self._page, self._pages = page, pages
        digits = ARABIC_INDIC if QLocale().zeroDigit() == "٠" else WESTERN
        self.before.set_label(self.tr("Previous"))
        self.after.set_label(self.tr("More"))
        self.place.set_text(in_digits(f"\u2066{page + 1} / {pages}\u2069", digits))
