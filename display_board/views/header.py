"""The head of the board: the hall's name, whether it can be heard, date and time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from display_board.presenters.clock import ClockView
from display_board.sizes import BoardSizes
from display_board.views.wording import Wording
from qtkit.parts.painting import draw_text, leading, painting, trailing
from qtkit.theme import Theme, font_of


class Header(QWidget):
    """Shows names by language, clocks by language (one or two), and the mark of a board without sound."""

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._names: dict[str, str] = {}
        self._clocks: tuple[ClockView, ...] = ()
        self._muted = False

    @property
    def muted(self) -> bool:
        """Return whether the mark of a silent board is shown."""
        return self._muted

    def show_hall(self, names: dict[str, str], *, muted: bool) -> None:
        """Show the hall's names, and the mark where nothing can be heard."""
        if (names, muted) != (self._names, self._muted):
            self._names, self._muted = names, muted
            self.setAccessibleName(self._wording.name(names) if names else "")
            self.update()

    def show_clocks(self, clocks: tuple[ClockView, ...]) -> None:
        """Show the time, and the date in each of the board's languages."""
        if clocks != self._clocks:
            self._clocks = clocks
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height that the sizes give it."""
        return QSize(self._theme.width_px, self._sizes.header_px)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another language."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, mark, date and time."""
        height, pad = self.height(), round(self.width() * 0.022)
        time = self._wording.number(self._clocks[0].time) if self._clocks else ""
        time_font = font_of(round(height * 0.66), QFont.Weight.Bold)
        time_px = QFontMetrics(time_font).horizontalAdvance(time) + 8
        dates_px = round(self.width() * (0.27 if self._theme.portrait else 0.21))
        mark_px = round(height * 0.8) if self._muted else 0
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("ground"))
            at = self.width() - pad - time_px
            middle = Qt.AlignmentFlag.AlignVCenter
            draw_text(
                painter, self._box(at, time_px), time, time_font, self._theme.colour("ink"), trailing(self) | middle
            )
            at -= dates_px + pad
            dates = [self._wording.number(clock.date) for clock in self._clocks]
            self._paint_lines(painter, self._box(at, dates_px), dates, trailing(self), even=True)
            at -= mark_px
            if self._muted:
                self._paint_muted(painter, self._box(at, mark_px))
            names = [self._names[tag] for tag in self._wording.tags if self._names.get(tag)] or list(
                self._names.values()
            )[:1]
            self._paint_lines(painter, self._box(pad, at - 2 * pad), names, leading(self), even=False)

    def _box(self, x: int, width: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        return QRect(x, 0, width, self.height())

    def _paint_lines(
        self, painter: QPainter, box: QRect, lines: list[str], side: Qt.AlignmentFlag, *, even: bool
    ) -> None:
        """Paint one or two lines; `even` gives both one size, else the first is the larger one."""
        if not lines:
            return
        shares = (1.0,) if len(lines) == 1 else (0.5, 0.5) if even else (0.6, 0.4)
        top = round(self.height() * 0.06)
        usable = self.height() - 2 * top
        for line, share in zip(lines, shares, strict=False):
            part = QRect(box.x(), top, box.width(), round(usable * share))
            size = round(part.height() * (0.46 if len(lines) == 1 else 0.66))
            font = font_of(size, QFont.Weight.Medium if even or share < 0.5 else QFont.Weight.Bold)
            colour = self._theme.colour("ink_soft" if even or share < 0.5 else "ink")
            draw_text(painter, part, line, font, colour, side | Qt.AlignmentFlag.AlignVCenter)
            top += part.height()

    def _paint_muted(self, painter: QPainter, box: QRect) -> None:
        """Paint a crossed loudspeaker: a sign, not a colour."""
        size = round(min(box.width(), box.height()) * 0.5)
        x, y = box.center().x() - size // 2, box.center().y() - size // 2
        painter.save()
        pen = QPen(self._theme.colour("wait"), max(3, size // 10))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("wait"))
        third = size // 3
        painter.drawRect(x, y + third, third // 2, third)
        corners = [
            (third // 2, third),
            (size // 2, third // 3),
            (size // 2, size - third // 3),
            (third // 2, 2 * third),
        ]
        painter.drawPolygon([QPoint(x + dx, y + dy) for dx, dy in corners])
        painter.drawLine(x + 2 * third, y + third, x + size, y + 2 * third)
        painter.drawLine(x + 2 * third, y + 2 * third, x + size, y + third)
        painter.restore()
