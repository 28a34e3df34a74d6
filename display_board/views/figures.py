"""The strip of waiting figures: who waits for which service, and about how long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.presenters.waiting import WaitingFigure
from display_board.sizes import BoardSizes
from display_board.views.digits import draw_digits
from display_board.views.wording import Wording
from qtkit.parts.painting import draw_text, leading, painting
from qtkit.theme import Theme, font_of

CELLS = 4
"""On one page: in one line, or upright in two."""


class Figures(QWidget):
    """Shows a page of WaitingFigures; `show_page` with a counting number turns the pages."""

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._shown: tuple[WaitingFigure, ...] = ()

    @property
    def shown(self) -> tuple[WaitingFigure, ...]:
        """Return the figures of the page that stands there."""
        return self._shown

    def show_page(self, figures: tuple[WaitingFigure, ...], page: int) -> None:
        """Show the `page`-th four of `figures`, round and round."""
        pages = max(1, -(-len(figures) // CELLS))
        begin = page % pages * CELLS
        shown = figures[begin : begin + CELLS]
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName("، ".join(f"{self._wording.name(one.names)} {one.waiting}" for one in shown))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height that the sizes give it."""
        return QSize(self._theme.width_px, self._sizes.figures_px)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another language."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and a line between them and what is above."""
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("ground"))
            for place, figure in enumerate(self._shown):
                self._paint_figure(painter, self._cell(place), figure)

    def _cell(self, place: int) -> QRect:
        columns = CELLS // 2 if self._theme.portrait else CELLS
        row, column = divmod(place, columns)
        width, height = self.width() // columns, self.height() // (CELLS // columns)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            column = columns - 1 - column
        gap = max(4, height // 14)
        return QRect(column * width, row * height, width, height).adjusted(2 * gap, gap // 2, -2 * gap, -gap // 2)

    def _paint_figure(self, painter: QPainter, cell: QRect, figure: WaitingFigure) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        soft, ink = self._theme.colour("ink_soft"), self._theme.colour("ink")

        def part(begin: float, end: float) -> QRect:
            x = cell.x() + cell.width() * (1 - end if rtl else begin)
            return QRect(round(x), cell.y(), round(cell.width() * (end - begin)), cell.height())

        painter.fillRect(part(0.0, 0.008), self._theme.colour("accent"))
        side = leading(self) | Qt.AlignmentFlag.AlignVCenter
        names = [figure.names[tag] for tag in self._wording.tags if figure.names.get(tag)]
        for line, name in zip(_lines(part(0.03, 0.54), len(names)), names, strict=True):
            draw_text(painter, line, name, self._font(line, QFont.Weight.Medium), ink, side)
        draw_digits(painter, part(0.55, 0.7), self._wording.number(figure.waiting), round(cell.height() * 0.74), ink)
        words = [self._wording.label(self.tr("Waiting"), "Waiting"), *self._minutes(figure)]
        for line, word in zip(_lines(part(0.72, 1.0), len(words)), words, strict=True):
            draw_text(painter, line, word, self._font(line, QFont.Weight.Medium), soft, side)

    def _font(self, line: QRect, weight: QFont.Weight) -> QFont:
        return font_of(min(round(line.height() * 0.66), round(self._sizes.ticker_px * 0.36)), weight)

    def _minutes(self, figure: WaitingFigure) -> tuple[str, ...]:
        if figure.minutes is None:
            return ()
        low, high = figure.minutes
        span = self._wording.language.code(f"{low}–{high}" if low != high else str(high))
        return (self._wording.label(self.tr("{minutes} min"), "min").format(minutes=span),)


def _lines(box: QRect, count: int) -> list[QRect]:
    """Return `box` cut into so many lines."""
    height = box.height() // max(1, count)
    return [QRect(box.x(), box.y() + nth * height, box.width(), height) for nth in range(count)]
