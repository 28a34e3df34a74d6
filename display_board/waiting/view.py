"""The strip of waiting figures: who waits for which service, and about how long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.drawing.digits import draw_digits
from display_board.drawing.sizes import BoardSizes
from display_board.drawing.wording import Wording
from display_board.waiting.presenter import WaitingFigure
from qtkit.look.theme import Theme, font_of
from qtkit.widgets.painting import draw_text, fitted, leading, mirrored, painting

IN_A_ROW, UPRIGHT = 3, 4
"""Figures on one page: in one line, or upright two by two."""


class Figures(QWidget):
    """Shows a page of WaitingFigures; `show_page` with a counting number turns the pages."""

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._shown: tuple[WaitingFigure, ...] = ()
        self._cells = UPRIGHT if theme.portrait else IN_A_ROW

    @property
    def shown(self) -> tuple[WaitingFigure, ...]:
        """Return the figures of the page that stands there."""
        return self._shown

    def show_page(self, figures: tuple[WaitingFigure, ...], page: int) -> None:
        """Show the page of `figures` with this number, round and round."""
        pages = max(1, -(-len(figures) // self._cells))
        begin = page % pages * self._cells
        shown = figures[begin : begin + self._cells]
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName("، ".join(f"{self._wording.name(one.names)} {one.waiting}" for one in shown))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height that the sizes give it."""
        return QSize(self._theme.width_px, self._sizes.figures_px)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in another language."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the figures are, then each service's, with names of one size."""
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("ground"))
            if self._shown:
                self._paint_title(painter)
            boxes = [(self._cell(place), figure) for place, figure in enumerate(self._shown)]
            size = min((self._name_px(cell, figure) for cell, figure in boxes), default=0)
            for cell, figure in boxes:
                self._paint_figure(painter, cell, figure, size)

    def _title_box(self) -> QRect:
        if self._theme.portrait:
            return QRect(0, 0, self.width(), self.height() // 4)
        return mirrored(self, QRect(round(self.width() * 0.01), 0, round(self.width() * 0.1), self.height()))

    def _cell(self, place: int) -> QRect:
        title = self._title_box()
        columns = UPRIGHT // 2 if self._theme.portrait else IN_A_ROW
        row, column = divmod(place, columns)
        left = 0 if self._theme.portrait else round(self.width() * 0.11)
        top = title.height() if self._theme.portrait else 0
        width, height = (self.width() - left) // columns, (self.height() - top) // (self._cells // columns)
        gap = max(4, height // 14)
        cell = QRect(left + column * width, top + row * height, width, height)
        return mirrored(self, cell.adjusted(2 * gap, gap, -gap, -gap))

    def _paint_title(self, painter: QPainter) -> None:
        box, words = self._title_box(), self._wording.pair(self.tr("Waiting"), "Waiting")
        if self._theme.portrait:
            words = (" · ".join(words),)
        for line, word in zip(_lines(box, len(words)), words, strict=True):
            font = font_of(self._text_px(line), QFont.Weight.Bold)
            draw_text(painter, line, word, font, self._theme.colour("primary"), Qt.AlignmentFlag.AlignCenter)

    def _paint_figure(self, painter: QPainter, cell: QRect, figure: WaitingFigure, name_px: int) -> None:
        soft, ink = self._theme.colour("ink_soft"), self._theme.colour("ink")
        side = leading(self) | Qt.AlignmentFlag.AlignVCenter
        painter.fillRect(self._part(cell, 0.0, 0.008), self._theme.colour("accent"))
        names = self._names(figure)
        for line, name in zip(_lines(self._part(cell, 0.035, 0.58), len(names)), names, strict=True):
            draw_text(painter, line, name, font_of(name_px, QFont.Weight.Medium), ink, side)
        number = self._wording.number(figure.waiting)
        draw_digits(painter, self._part(cell, 0.59, 0.76), number, round(cell.height() * 0.8), ink)
        words = self._minutes(figure)
        for line, word in zip(_lines(self._part(cell, 0.79, 1.0), len(words)), words, strict=True):
            draw_text(painter, line, word, font_of(self._text_px(line), QFont.Weight.Medium), soft, side)

    def _part(self, cell: QRect, begin: float, end: float) -> QRect:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = cell.x() + cell.width() * (1 - end if rtl else begin)
        return QRect(round(x), cell.y(), round(cell.width() * (end - begin)), cell.height())

    def _names(self, figure: WaitingFigure) -> tuple[str, ...]:
        names = [figure.names[tag] for tag in self._wording.tags if figure.names.get(tag)]
        return tuple(dict.fromkeys(names)) or (self._wording.name(figure.names),)

    def _name_px(self, cell: QRect, figure: WaitingFigure) -> int:
        names = self._names(figure)
        lines = _lines(self._part(cell, 0.035, 0.58), len(names))
        fonts = [
            fitted(font_of(self._text_px(line), QFont.Weight.Medium), name, line, wrap=False)
            for line, name in zip(lines, names, strict=True)
        ]
        return min(font.pixelSize() for font in fonts)

    def _text_px(self, line: QRect) -> int:
        return min(round(line.height() * 0.66), round(self._sizes.notice_px * 0.36))

    def _minutes(self, figure: WaitingFigure) -> tuple[str, ...]:
        if figure.minutes is None:
            return ()
        low, high = figure.minutes
        span = self._wording.language.code(f"{low}–{high}" if low != high else str(high))
        return span, self._wording.label(self.tr("minutes"), "min")


def _lines(box: QRect, count: int) -> list[QRect]:
    """Return `box` cut into `count` lines."""
    height = box.height() // max(1, count)
    return [QRect(box.x(), box.y() + nth * height, box.width(), height) for nth in range(count)]
