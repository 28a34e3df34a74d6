"""Running text along the foot: each pass in one language, moving the way that language is read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from display_board.sizes import BoardSizes
from qtkit.parts.painting import draw_text, painting
from qtkit.theme import Theme, font_of

SPEED_OF_WIDTH = 0.07
"""Share of the width that the text moves each second: slow enough to read from the side."""
HEAD_START = 0.8
"""Share of the width that the very first pass has already run, so that the foot is never bare."""
BETWEEN = "     ◆     "


@dataclass(frozen=True, slots=True)
class Run:
    """One pass of the ticker: its text and the way it is read."""

    text: str
    right_to_left: bool


class Ticker(QWidget):
    """Shows Runs one after the other, or a mark that holds still and covers them."""

    def __init__(self, theme: Theme, sizes: BoardSizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticker")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._sizes = theme, sizes
        self._runs: tuple[Run, ...] = ()
        self._mark = ""
        self._at = 0
        self._strip: QPixmap | None = None
        self._begun_s: float | None = None
        self._offset_px = 0

    @property
    def mark(self) -> str:
        """Return the text that covers the notices, or an empty one."""
        return self._mark

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the passes shown in turn."""
        return self._runs

    @property
    def moving(self) -> bool:
        """Return whether `advance` is needed."""
        return bool(self._runs) and not self._mark

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """Run `runs` from now on; the same ones go on where they are."""
        if runs != self._runs:
            self._runs, self._at, self._strip, self._begun_s = runs, 0, None, None
            self.setAccessibleName(BETWEEN.join(run.text for run in runs))
            self.update()

    def show_mark(self, text: str) -> None:
        """Cover the notices by `text` (the board is cut off), or uncover them for an empty one."""
        if text != self._mark:
            self._mark = text
            self.setAccessibleDescription(text)
            self.update()

    def advance(self, at_s: float) -> None:
        """Move the text on to `at_s`, seconds of any steady clock."""
        if not self.moving:
            return
        if self._begun_s is None:
            self._begun_s = at_s - HEAD_START / SPEED_OF_WIDTH
        offset = int((at_s - self._begun_s) * self.width() * SPEED_OF_WIDTH)
        if offset > self.width() + self._current_strip().width():
            self._at, self._strip, self._begun_s, offset = (self._at + 1) % len(self._runs), None, at_s, 0
        if offset != self._offset_px:
            self._offset_px = offset
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height that the sizes give it."""
        return QSize(self._theme.width_px, self._sizes.ticker_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the part of the prepared strip that is on the screen."""
        ground = "wait" if self._mark else ("primary_soft" if self._runs else "ground")
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour(ground))
            if self._mark:
                box = self.rect().adjusted(40, 0, -40, 0)
                draw_text(painter, box, self._mark, self._font(), self._theme.colour("on_wait"), _CENTRE)
            elif self._runs:
                strip = self._current_strip()
                rtl = self._runs[self._at].right_to_left
                x = self._offset_px - strip.width() if rtl else self.width() - self._offset_px
                y = (self.height() - strip.height()) // 2
                shown = QRect(x, y, strip.width(), strip.height()).intersected(self.rect())
                painter.drawPixmap(shown, strip, shown.translated(-x, -y))

    def _font(self) -> QFont:
        return font_of(round(self._sizes.ticker_px * 0.5), QFont.Weight.Medium)

    def _current_strip(self) -> QPixmap:
        if self._strip is None:
            run = self._runs[self._at]
            metrics = QFontMetrics(self._font())
            # As high as its line, not as the whole strip: a quarter less to keep, and to copy in each frame.
            height = min(self.height(), metrics.height())
            self._strip = QPixmap(max(1, metrics.horizontalAdvance(run.text) + 8), max(1, height))
            self._strip.fill(self._theme.colour("primary_soft"))
            painter = QPainter(self._strip)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            way = Qt.LayoutDirection.RightToLeft if run.right_to_left else Qt.LayoutDirection.LeftToRight
            painter.setLayoutDirection(way)
            painter.setFont(self._font())
            painter.setPen(self._theme.colour("ink"))
            painter.drawText(self._strip.rect(), _CENTRE.value | int(Qt.TextFlag.TextSingleLine), run.text)
            painter.end()
        return self._strip


_CENTRE = Qt.AlignmentFlag.AlignCenter
