"""A strip across the screen that tells what the whole program must know: cut off, or what a person must do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtkit.look.theme import Theme
from qtkit.widgets.painting import draw_text, painting


class Banner(QWidget):
    """Hidden while it has no text; `kind` is wait (the network) or alert (a person must act). Says it in words."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(64))
        self._theme = theme
        self._text, self._kind = "", "wait"
        self.hide()

    @property
    def text(self) -> str:
        """Return the text now shown; empty when the banner is hidden."""
        return self._text

    def show_text(self, text: str, kind: str = "wait") -> None:
        """Show `text`, or hide the banner when it is empty."""
        if (text, kind) == (self._text, self._kind):
            return
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the strip and its text in the middle."""
        theme = self._theme
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.colour(self._kind))
            box = self.rect().adjusted(theme.px(32), 0, -theme.px(32), 0)
            font = theme.font("body", QFont.Weight.DemiBold)
            colour = theme.colour(f"on_{self._kind}")
            draw_text(painter, box, self._text, font, colour, Qt.AlignmentFlag.AlignCenter)
