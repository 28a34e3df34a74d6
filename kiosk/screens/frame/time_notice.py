"""The announcement that a session ends soon, with one button that gives more time."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.screens.widgets.sentences import Sentences
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.painting import draw_card, painting
from qtkit.widgets.text import Words


class TimeNotice(QWidget):
    """Lies over the foot of the screen; any touch anywhere gives more time, the button says so."""

    more_time_wanted = Signal()

    def __init__(self, theme: Theme, sentences: Sentences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("time_notice")
        self._theme, self._sentences = theme, sentences
        self.words = Words(theme, "lead", weight=QFont.Weight.DemiBold, colour="on_wait", wrap=True)
        self.button = ActionButton(theme, "more_time_button", "quiet")
        self.button.clicked.connect(self.more_time_wanted)
        stacked = theme.large and theme.portrait
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(theme.px(40), theme.px(20), theme.px(40), theme.px(20))
        layout.setSpacing(theme.px(30))
        layout.addWidget(self.words, stretch=1)
        layout.addWidget(self.button)
        self.hide()

    def show_seconds(self, seconds: int | None) -> None:
        """Announce the end in `seconds`, or hide for None."""
        self.setVisible(seconds is not None)
        if seconds is not None:
            self.words.set_text(self._sentences.closes_in(seconds))
            self.button.set_label(self.tr("I need more time"))
            self.setAccessibleName(self.words.text)
            self.raise_()

    def place_over(self, foot: QRect) -> None:
        """Lie over the rectangle `foot` of the window."""
        box = foot.adjusted(self._theme.px(30), 0, -self._theme.px(30), -self._theme.px(16))
        layout = self.layout()
        # Large words need more than the footer's height: they rise above it.
        needed = 0 if layout is None else layout.minimumHeightForWidth(box.width())
        box.setTop(min(box.top(), box.bottom() - needed))
        self.setGeometry(box)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card."""
        with painting(self) as painter:
            draw_card(painter, self.rect(), self._theme.colour("wait"), None, self._theme.px(24))
