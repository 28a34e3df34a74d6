"""The caption: shows the words that the kiosk says, for visitors who hear badly and for people who stand near."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qtkit.look.theme import Theme
from qtkit.widgets.painting import painting
from qtkit.widgets.text import Words


class Caption(QWidget):
    """Hidden while nothing is said."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caption")
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = Words(theme, "body", side="centre", colour="on_primary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(30), 0, theme.px(30), 0)
        layout.addWidget(self.words)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show what is being said; nothing for ""."""
        self.words.set_text(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the strip."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("primary_dark"))
