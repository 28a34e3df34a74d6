"""Turn between pages of tiles or of text: back, which page this is, and on; in a row below them or beside them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from common.text.digits import ARABIC_INDIC, WESTERN, in_digits
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.painting import painting
from qtkit.widgets.text import Words


class PageButtons(QWidget):
    """`turned(int)` is the page that is wanted, from 0; after the last one comes the first.

    `beside`: a narrow column of two arrows below the page's number, where a row would take the tiles' height.
    """

    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("page_buttons")
        self._page, self._pages, self._beside = 0, 1, beside
        if beside:
            self.before: ActionButton = ArrowButton(theme, "page_before", forward=False)
            self.after: ActionButton = ArrowButton(theme, "page_after", forward=True)
        else:
            self.before = ActionButton(theme, "page_before", "quiet")
            self.after = ActionButton(theme, "page_after", "quiet")
        self.place = Words(theme, "body", side="centre", colour="ink")
        self.before.clicked.connect(lambda: self.turned.emit((self._page - 1) % self._pages))
        self.after.clicked.connect(lambda: self.turned.emit((self._page + 1) % self._pages))
        gap = max(theme.touch_gap_px, theme.px(24))
        layout = QHBoxLayout()
        layout.setSpacing(gap)
        layout.addWidget(self.before)
        if not beside:
            # The row is as high as its buttons: before the first layout large words would break into a line each.
            self.place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            layout.addWidget(self.place, stretch=1)
        layout.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if beside:
            column.addWidget(self.place)
        column.addLayout(layout)

    def show_page(self, page: int, pages: int) -> None:
        """Show that this is `page` (from 0) of `pages`."""
        self._page, self._pages = page, pages
        digits = ARABIC_INDIC if QLocale().zeroDigit() == "٠" else WESTERN
        before, after = self.tr("Previous"), self.tr("More")
        self.before.set_label("" if self._beside else before, before)
        self.after.set_label("" if self._beside else after, after)
        #: Between the buttons that turn pages: %1 is this page, %2 how many there are.
        place = self.tr("%1 of %2").replace("%1", str(page + 1)).replace("%2", str(pages))
        self.place.set_text(in_digits(place, digits))


class ArrowButton(ActionButton):
    """A square button with an arrow instead of a word; `forward` points where lines end."""

    def __init__(self, theme: Theme, name: str, *, forward: bool) -> None:
        super().__init__(theme, name, "quiet")
        self._forward = forward

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and its arrow."""
        super().paintEvent(event)
        theme, middle = self._theme, QPointF(self.rect().center())
        side = min(self.width(), self.height()) / 5
        to_right = self._forward is (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
        tip = side / 2 if to_right else -side / 2
        with painting(self) as painter:
            pen = QPen(theme.colour("primary_dark"), theme.px(9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(
                [middle + QPointF(-tip, -side), middle + QPointF(tip, 0.0), middle + QPointF(-tip, side)]
            )
