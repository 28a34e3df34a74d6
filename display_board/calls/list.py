"""The list under the large call: calls whose visitors have not come yet, marked by a bar, then earlier calls.

What the numbers are stands once over each column.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.calls.list_rows import CARD_RADIUS_PX, COUNTER_PART, TICKET_PART, CallCells, part_of
from display_board.calls.presenter import CallLine
from display_board.drawing.sizes import BoardSizes
from display_board.drawing.wording import Wording
from qtkit.look.theme import Theme, font_of
from qtkit.widgets.painting import draw_card, draw_text, fitted, painting


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
        """Return the height of all rows and of the line over them."""
        return QSize(self._theme.width_px, self._sizes.list_px)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in another language."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._cells.forget()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that changed."""
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("ground"))
            if event.rect().top() < self._sizes.head_px:
                self._paint_heads(painter)
            for place in range(self._sizes.rows):
                cell, line = self._cell(place), _at(self._lines, place)
                if not cell.intersects(event.rect()):
                    continue
                if line is None:
                    draw_card(painter, cell, self._theme.colour("ground"), self._theme.colour("line"), CARD_RADIUS_PX)
                else:
                    self._cells.paint(painter, cell, line, self.layoutDirection())
        self._cells.keep(self._lines)
        if self._stale:
            self._stale = False
            self.painted.emit()

    def _paint_heads(self, painter: QPainter) -> None:
        words = (
            (TICKET_PART, self._wording.label(self.tr("Number"), "Number")),
            (COUNTER_PART, self._wording.label(self.tr("Counter"), "Counter")),
        )
        lines_a_column = self._sizes.rows // self._sizes.columns
        heads = []
        for column in range(self._sizes.columns):
            cell = self._cell(column * lines_a_column)
            line = QRect(cell.x(), 0, cell.width(), self._sizes.head_px)
            heads += [(part_of(line, part, self.layoutDirection()), word) for part, word in words]
        wanted = font_of(round(self._sizes.head_px * 0.85), QFont.Weight.DemiBold)
        font = min((fitted(wanted, word, place, wrap=False) for place, word in heads), key=QFont.pixelSize)
        for place, word in heads:
            draw_text(painter, place, word, font, self._theme.colour("ink_soft"), Qt.AlignmentFlag.AlignCenter)

    def _cell(self, place: int) -> QRect:
        # Down the first column, then down the next: a list, not a table, is what people scan.
        lines_a_column = self._sizes.rows // self._sizes.columns
        column, row = divmod(place, lines_a_column)
        width = self.width() // self._sizes.columns
        left = column * width if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        x = left if left >= 0 else self.width() - (column + 1) * width
        gap = max(4, round(self._sizes.row_px * 0.045))
        top = self._sizes.head_px + row * self._sizes.row_px
        return QRect(x, top, width, self._sizes.row_px).adjusted(2 * gap, gap, -2 * gap, -gap)


def _at(lines: tuple[CallLine, ...], place: int) -> CallLine | None:
    return lines[place] if place < len(lines) else None
