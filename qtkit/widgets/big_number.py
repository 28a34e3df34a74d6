"""A ticket number as large as its box allows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from qtkit.look.theme import Theme, font_of
from qtkit.widgets.painting import painting


class BigNumber(QWidget):
    """Shows one number, centred on its drawn ink (digits have no descenders), always left to right.

    `fill` is the part of its box that the ink may take, from 0 to 1.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        colour: str = "primary_dark",
        fill: float = 0.96,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme, self._colour, self._fill = theme, colour, fill
        self._text = ""

    @property
    def text(self) -> str:
        """Return the number now shown."""
        return self._text

    @property
    def font_px(self) -> int:
        """Return the size, px, in which the number is painted."""
        return self._largest_font().pixelSize()

    def show_number(self, text: str, accessible: str | None = None) -> None:
        """Show `text` (digits already as the language writes them)."""
        self._text = text
        self.setAccessibleName(accessible or text)
        self.update()

    def set_colour(self, colour: str) -> None:
        """Use the palette colour `colour` from now on."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the theme's number size."""
        size = self._theme.size("number")
        return QSize(3 * size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the number."""
        if not self._text:
            return
        font = self._largest_font()
        ink = QFontMetrics(font).tightBoundingRect(self._text)
        baseline = self.rect().center().y() + (ink.height() // 2) - (ink.y() + ink.height())
        with painting(self) as painter:
            painter.setFont(font)
            painter.setPen(self._theme.colour(self._colour))
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            painter.drawText(self.rect().center().x() - ink.width() // 2 - ink.x(), baseline, self._text)

    def _largest_font(self) -> QFont:
        """Return the bold font in which the ink fills the box; the ink grows in line with the size."""
        probe = font_of(100, QFont.Weight.Bold)
        ink: QRect = QFontMetrics(probe).tightBoundingRect(self._text)
        scale = min(self.width() / max(1, ink.width()), self.height() / max(1, ink.height()))
        return font_of(int(100 * scale * self._fill), QFont.Weight.Bold)
