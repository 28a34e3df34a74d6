"""Notices at the bottom: one line at a time, each language after the other; a short fade is the only motion.

A scrolling text is too fast for people who read slowly. A notice that is too wide is shown as several lines in turn.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from display_board.drawing.sizes import BoardSizes
from qtkit.look.theme import Theme, font_of
from qtkit.widgets.painting import draw_text, lifted, lines_of, painting

HOLD_S = 11.0
"""How long one line is shown."""
FADE_S = 0.3
BESIDE_PX = 24
"""The margin at both sides of a line."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A text in one language and its reading direction."""

    text: str
    right_to_left: bool


class Notices(QWidget):
    """Shows notices line by line, or a mark in their place; `turn` starts the next line, `advance` its fade."""

    def __init__(self, theme: Theme, sizes: BoardSizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._sizes = theme, sizes
        self._notices: tuple[Notice, ...] = ()
        self._mark: tuple[Notice, ...] = ()
        self._lines: tuple[Notice, ...] = ()
        self._at = 0
        self._before: Notice | None = None
        self._fade_begun_s: float | None = None
        self._faded = 1.0

    @property
    def mark(self) -> str:
        """Return the text that is shown in place of the notices, in all its languages, or an empty one."""
        return " · ".join(one.text for one in self._mark)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return the notices that are shown in turn."""
        return self._notices

    @property
    def lines(self) -> tuple[Notice, ...]:
        """Return the lines that are shown in turn: those of the mark if there is one."""
        return self._lines

    @property
    def line(self) -> Notice | None:
        """Return the line that is shown now or fades in."""
        return self._lines[self._at] if self._lines else None

    @property
    def turns(self) -> bool:
        """Return whether there is more than one line, so that `turn` is needed."""
        return len(self._lines) > 1

    @property
    def moving(self) -> bool:
        """Return whether `advance` is needed."""
        return self._fade_begun_s is not None

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show `notices` from now on; if they are the same, the current line stays."""
        if notices != self._notices:
            self._notices = notices
            self.setAccessibleName(" · ".join(one.text for one in notices))
            self._begin_again()

    def show_mark(self, mark: tuple[Notice, ...]) -> None:
        """Show `mark` in place of the notices (the board is cut off), or the notices again if it is empty."""
        if mark != self._mark:
            self._mark = mark
            self.setAccessibleDescription(self.mark)
            self._begin_again()

    def turn(self, at_s: float) -> None:
        """Fade to the next line from `at_s` on, in seconds of any monotonic clock."""
        if self.turns:
            self._before, self._at = self.line, (self._at + 1) % len(self._lines)
            self._fade_begun_s, self._faded = at_s, 0.0
            self.update()

    def advance(self, at_s: float) -> None:
        """Continue the fade to `at_s`."""
        if self._fade_begun_s is None:
            return
        self._faded = min(1.0, max(0.0, (at_s - self._fade_begun_s) / FADE_S))
        if self._faded >= 1.0:
            self._fade_begun_s = self._before = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the theme and the height from the sizes."""
        return QSize(self._theme.width_px, self._sizes.notice_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the notices into lines for the new width."""
        super().resizeEvent(event)
        self._begin_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line; the old line fades out completely before the new one fades in: they never overlap."""
        ground = "wait" if self._mark else ("primary_soft" if self._lines else "ground")
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour(ground))
            half = 2 * self._faded - 1
            shown, strength = (self.line, half) if self._before is None or half > 0 else (self._before, -half)
            if shown is not None:
                painter.setOpacity(strength)
                self._paint_line(painter, shown)

    def _paint_line(self, painter: QPainter, line: Notice) -> None:
        colour = self._theme.colour("on_wait" if self._mark else "ink")
        way = Qt.LayoutDirection.RightToLeft if line.right_to_left else Qt.LayoutDirection.LeftToRight
        font = self._font()
        box = lifted(self.rect().adjusted(BESIDE_PX, 0, -BESIDE_PX, 0), font)
        draw_text(painter, box, line.text, font, colour, Qt.AlignmentFlag.AlignCenter, direction=way)

    def _font(self) -> QFont:
        return font_of(self._sizes.notice_font_px, QFont.Weight.Medium)

    def _begin_again(self) -> None:
        metrics, room = QFontMetrics(self._font()), self.width() - 2 * BESIDE_PX
        self._lines = tuple(
            Notice(text, one.right_to_left)
            for one in self._mark or self._notices
            for text in _even_lines(one.text, metrics, room)
        )
        self._at, self._before, self._fade_begun_s, self._faded = 0, None, None, 1.0
        self.update()


def _even_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return `text` in as few lines as `width` allows, about equally long: no word is alone in the last line."""
    lines = lines_of(text, metrics, width)
    for narrower in range(metrics.horizontalAdvance(text) // len(lines), width, metrics.height() // 2):
        even = lines_of(text, metrics, narrower)
        if len(even) == len(lines):
            return even
    return lines
