"""A line or paragraph of text in the theme's type, aligned by the window's direction and shrunk to its box."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtkit.look.theme import Theme, lettered
from qtkit.widgets.painting import draw_text, leading, lines_of, painting, trailing


class Words(QWidget):
    """Text that never overlaps its neighbours; `side` is leading, centre or trailing.

    Text in another language than the program's is given its own layout direction (`setLayoutDirection`).
    """

    def __init__(
        self,
        theme: Theme,
        size: str,
        *,
        colour: str = "ink",
        weight: QFont.Weight = QFont.Weight.Normal,
        side: str = "leading",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._size, self._colour, self._weight = theme, size, colour, weight
        self._side, self._wrap = side, wrap or theme.large
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(self._wrap)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """Return the text now shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show `text`."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_colour(self, colour: str) -> None:
        """Use the palette colour `colour` from now on."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return what the text takes on one line."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2 * self._marks_px())

    def minimumSizeHint(self) -> QSize:
        """Return one line's height; the width may shrink, and the text with it."""
        return QSize(1, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text in `width` px."""
        metrics = QFontMetrics(self._font())
        lines = lines_of(self._text, metrics, max(width, 1)) if self._wrap else [self._text]
        return len(lines) * metrics.height() + 2 * self._marks_px()

    def _font(self) -> QFont:
        return lettered(self._theme.font(self._size, self._weight), self._text)

    def _marks_px(self) -> int:
        # Arabic marks rise above and hang below what the font calls its height: without room the widget cuts them.
        return round(self._theme.size(self._size) * 0.17)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the text."""
        sides = {"leading": leading(self), "trailing": trailing(self), "centre": Qt.AlignmentFlag.AlignHCenter}
        align = sides[self._side] | Qt.AlignmentFlag.AlignVCenter
        with painting(self) as painter:
            marks = self._marks_px()
            lift = marks // 2  # more hangs below a line than rises above it
            box = self.rect().adjusted(0, marks - lift, 0, -marks - lift)
            own = self.layoutDirection() if self.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection) else None
            colour = self._theme.colour(self._colour)
            draw_text(painter, box, self._text, self._font(), colour, align, wrap=self._wrap, direction=own)
