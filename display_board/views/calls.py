"""The list under the large call: calls still awaited, marked by a bar, then those that went before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.presenters.now_calling import CallLine
from display_board.sizes import BoardSizes
from display_board.views.call_cells import CARD_RADIUS_PX, CallCells
from display_board.views.wording import Wording
from qtkit.parts.painting import draw_card, painting
from qtkit.theme import Theme


class Calls(QWidget):
    """Shows CallLines in columns, the newest first; `painted()` tells that those last given are on the glass."""

    painted = Signal()

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calls")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._cells = CallCells(theme, sizes, wording)
        self._lines: tuple[CallLine, ...] = ()
        self._stale = True

    @property
    def lines(self) -> tuple[CallLine, ...]:
        """Return the calls shown."""
        return self._lines

    @property
    def on_glass(self) -> bool:
        """Return whether the calls last given have been painted."""
        return not self._stale

    def show_lines(self, lines: tuple[CallLine, ...]) -> None:
        """Show `lines`; what is there already is not painted again."""
        before, self._lines = self._lines, lines
        self.setAccessibleName("، ".join(f"{line.ticket} {line.counter}" for line in lines))
        for place in range(self._sizes.rows):
            if _at(before, place) != _at(lines, place):
                self._stale = True
                self.update(self._cell(place))

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(self._theme.width_px, self._sizes.row_px * (self._sizes.rows // self._sizes.columns))

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another language."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._cells.forget()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that changed."""
        counter = self._wording.pair(self.tr("Counter"), "Counter")
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("ground"))
            for place in range(self._sizes.rows):
                cell, line = self._cell(place), _at(self._lines, place)
                if not cell.intersects(event.rect()):
                    continue
                if line is None:
                    draw_card(painter, cell, self._theme.colour("ground"), self._theme.colour("line"), CARD_RADIUS_PX)
                else:
                    self._cells.paint(painter, cell, line, counter, self.layoutDirection())
        self._cells.keep(self._lines)
        if self._stale:
            self._stale = False
            self.painted.emit()

    def _cell(self, place: int) -> QRect:
        # Down the first column, then down the next: a list, not a table, is what people scan.
        lines_a_column = self._sizes.rows // self._sizes.columns
        column, row = divmod(place, lines_a_column)
        width = self.width() // self._sizes.columns
        left = column * width if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        x = left if left >= 0 else self.width() - (column + 1) * width
        gap = max(4, round(self._sizes.row_px * 0.045))
        return QRect(x, row * self._sizes.row_px, width, self._sizes.row_px).adjusted(2 * gap, gap, -2 * gap, -gap)


def _at(lines: tuple[CallLine, ...], place: int) -> CallLine | None:
    return lines[place] if place < len(lines) else None
