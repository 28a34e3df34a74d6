"""The list under the large call: calls still awaited, marked by a bar, then those that went before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from display_board.presenters.now_calling import CallLine
from display_board.sizes import BoardSizes
from display_board.views.digits import draw_digits
from display_board.views.wording import Wording
from qtkit.parts.painting import draw_card, draw_text, painting
from qtkit.theme import Theme, font_of

CARD_RADIUS_PX = 14


class Calls(QWidget):
    """Shows CallLines in columns, the newest first; `painted()` tells that those last given are on the glass."""

    painted = Signal()

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calls")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._sizes, self._wording = theme, sizes, wording
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
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that changed."""
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("ground"))
            for place in range(self._sizes.rows):
                cell, line = self._cell(place), _at(self._lines, place)
                if not cell.intersects(event.rect()):
                    continue
                if line is None:
                    draw_card(painter, cell, self._theme.colour("ground"), self._theme.colour("line"), CARD_RADIUS_PX)
                else:
                    self._paint_line(painter, cell, line)
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

    def _paint_line(self, painter: QPainter, cell: QRect, line: CallLine) -> None:
        theme, rtl = self._theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        strong = theme.colour("primary" if line.awaited else "ink")
        draw_card(
            painter, cell, theme.colour("card" if line.awaited else "ground"), theme.colour("line"), CARD_RADIUS_PX
        )
        bar = max(10, round(cell.height() * 0.07))
        if line.awaited:
            edge = QRect(cell.right() - bar if rtl else cell.x(), cell.y() + 2, bar, cell.height() - 4)
            draw_card(painter, edge, theme.colour("primary"), None, bar // 2)

        def part(begin: float, end: float) -> QRect:
            x = cell.x() + cell.width() * (1 - end if rtl else begin)
            return QRect(round(x), cell.y(), round(cell.width() * (end - begin)), cell.height())

        draw_digits(painter, part(0.04, 0.52), self._wording.number(line.ticket), self._sizes.row_font_px, strong)
        label = font_of(round(self._sizes.row_font_px * 0.4), QFont.Weight.Medium)
        box, words = part(0.585, 0.72), self._wording.pair(self.tr("Counter"), "Counter")
        height = round(cell.height() * 0.34) if len(words) > 1 else cell.height()
        top = cell.center().y() - len(words) * height // 2
        for nth, word in enumerate(words):
            place = QRect(box.x(), top + nth * height, box.width(), height)
            draw_text(painter, place, word, label, theme.colour("ink_soft"), Qt.AlignmentFlag.AlignCenter)
        draw_digits(painter, part(0.735, 0.965), self._wording.number(line.counter), self._sizes.row_font_px, strong)
        self._paint_arrow(painter, part(0.525, 0.585), rtl=rtl, awaited=line.awaited)

    def _paint_arrow(self, painter: QPainter, box: QRect, *, rtl: bool, awaited: bool) -> None:
        size = min(box.width(), round(box.height() * 0.4)) // 2
        pen = QPen(self._theme.colour("primary" if awaited else "ink_soft"), max(3, size // 4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tip, back = box.center() + QPoint(size // 2 if not rtl else -size // 2, 0), size if rtl else -size
        painter.drawPolyline([tip + QPoint(back, -size), tip, tip + QPoint(back, size)])


def _at(lines: tuple[CallLine, ...], place: int) -> CallLine | None:
    return lines[place] if place < len(lines) else None
