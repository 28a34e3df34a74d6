"""One call as a row: the ticket number at the leading side, the counter at the trailing side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtkit.parts.painting import draw_card, draw_text, leading, mirrored, painting, trailing
from qtkit.theme import Theme, font_of


@dataclass(frozen=True)
class CallRowContent:
    """Texts of one row, digits already as the language writes them; `strong` for the newest."""

    ticket: str
    counter: str
    service: str = ""
    strong: bool = False


class CallRow(QWidget):
    """Shows one CallRowContent, or nothing for None; its type grows with its height."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._content: CallRowContent | None = None

    @property
    def content(self) -> CallRowContent | None:
        """Return what the row shows."""
        return self._content

    def show_content(self, content: CallRowContent | None) -> None:
        """Show `content`."""
        self._content = content
        self.setAccessibleName("" if content is None else f"{content.ticket}، {content.counter}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size; layouts stretch it."""
        return QSize(self._theme.px(480), self._theme.px(110))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card and its three texts."""
        content, theme = self._content, self._theme
        if content is None:
            return
        fill, text = ("primary", "on_primary") if content.strong else ("card", "ink")
        soft = "on_primary" if content.strong else "ink_soft"
        pad, third = self.height() // 4, self.width() // 3
        number = font_of(int(self.height() * 0.5), QFont.Weight.Bold)
        words = font_of(int(self.height() * 0.28), QFont.Weight.Medium)
        middle = Qt.AlignmentFlag.AlignVCenter
        first = mirrored(self, QRect(pad, 0, third - pad, self.height()))
        second = mirrored(self, QRect(third, 0, third, self.height()))
        last = mirrored(self, QRect(2 * third, 0, third - pad, self.height()))
        with painting(self) as painter:
            draw_card(painter, self.rect(), theme.colour(fill), None, theme.px(16))
            draw_text(painter, first, content.ticket, number, theme.colour(text), leading(self) | middle)
            draw_text(painter, second, content.service, words, theme.colour(soft), Qt.AlignmentFlag.AlignCenter)
            draw_text(painter, last, content.counter, number, theme.colour(text), trailing(self) | middle)
