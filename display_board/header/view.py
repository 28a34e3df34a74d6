"""The head of the board: the hall's name, date and time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.drawing.sizes import BoardSizes
from display_board.drawing.wording import Wording
from display_board.header.presenter import ClockView
from display_board.notices.presenter import TimedView
from display_board.notices.texts import timed_lines
from qtkit.look.theme import Theme, font_of
from qtkit.widgets.emblem import draw_emblem
from qtkit.widgets.painting import draw_card, draw_text, leading, mirrored, painting, trailing

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _END = "\u2066", "\u2067", "\u2069"
"""Isolates (Unicode TR9): each line keeps its own reading direction on a screen of the other one."""


def date_line(clock: ClockView, tag: str, wording: Wording) -> str:
    """Return both dates in the reading direction and the digits of their language, whatever the board's own are."""
    arabic = tag == "ar"
    begin = _RIGHT_TO_LEFT if arabic else _LEFT_TO_RIGHT
    shown = [wording.number(date) if arabic else date for date in (clock.date, clock.hijri) if date]
    dates = [f"{begin}{date}{_END}" for date in shown]
    return f"{begin}{' · '.join(dates)}{_END}"


def time_line(clock: ClockView, tag: str, wording: Wording) -> str:
    """Return the time in the reading direction of its language: "9:42 am" also on a board that is Arabic first."""
    begin = _RIGHT_TO_LEFT if tag == "ar" else _LEFT_TO_RIGHT
    return f"{begin}{wording.language.time(clock.time, tag)}{_END}"


class Header(QWidget):
    """Shows names by language and clocks by language (one or two, whose dates take turns).

    A notice by the clock (prayer, closing) stands in the place of the names while it holds.
    """

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._names: dict[str, str] = {}
        self._ministry: dict[str, str] = {}
        self._emblem = b""
        self._clocks: tuple[ClockView, ...] = ()
        self._turn = 0
        self._timed: TimedView | None = None

    @property
    def clocks(self) -> tuple[ClockView, ...]:
        """Return the clocks shown."""
        return self._clocks

    @property
    def timed(self) -> TimedView | None:
        """Return the notice by the clock that stands there."""
        return self._timed

    def show_hall(self, names: dict[str, str], *, ministry: dict[str, str]) -> None:
        """Show the names of ministry and hall."""
        if (names, ministry) != (self._names, self._ministry):
            self._names, self._ministry = names, ministry
            self.setAccessibleName(self._wording.name(names) if names else "")
            self.update()

    def show_clocks(self, clocks: tuple[ClockView, ...], turn: int) -> None:
        """Show time and date in the board's language whose `turn` it is, round and round."""
        turn %= max(1, len(clocks))
        if (clocks, turn) != (self._clocks, self._turn):
            self._clocks, self._turn = clocks, turn
            self.update()

    def show_emblem(self, file: bytes) -> None:
        """Show the ministry's emblem for dark grounds; b"" for none."""
        self._emblem = file
        self.update()

    def show_timed(self, timed: TimedView | None) -> None:
        """Show a notice by the clock in the place of the names, or the names again."""
        if timed != self._timed:
            self._timed = timed
            self.setAccessibleDescription(" · ".join(timed_lines(timed, self._wording)) if timed else "")
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height that the sizes give it."""
        return QSize(self._theme.width_px, self._sizes.header_px)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in another language."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, date and time: in one row, or on an upright screen the name over the rest."""
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("ground"))
            pad = round(self.width() * 0.022)
            if self._theme.portrait:
                upper = round(self.height() * 0.52)
                self._paint_names(painter, QRect(pad, 0, self.width() - 2 * pad, upper))
                self._paint_clock(painter, QRect(pad, upper, self.width() - 2 * pad, self.height() - upper))
            else:
                whole = QRect(pad, 0, self.width() - 2 * pad, self.height())
                taken = self._paint_clock(painter, whole)
                self._paint_names(painter, whole.adjusted(0, 0, -taken - pad, 0))

    def _paint_names(self, painter: QPainter, box: QRect) -> None:
        """Paint the hall's name in its languages, or the notice; `box` is thought from left to right."""
        timed = timed_lines(self._timed, self._wording) if self._timed is not None else ()
        if timed:
            self._paint_timed(painter, box, timed)
            return
        box = self._beside_emblem(painter, box)
        lines = self._lines()
        top = box.y() + round(box.height() * 0.06)
        for text, share, strong in lines:
            part = QRect(box.x(), top, box.width(), round(box.height() * 0.88 * share))
            size = round(part.height() * (0.46 if len(lines) == 1 else 0.66))
            font = font_of(size, QFont.Weight.Bold if strong else QFont.Weight.Medium)
            self._text(painter, part, text, font, leading(self), "ink" if strong else "ink_soft")
            top += part.height()

    def _beside_emblem(self, painter: QPainter, box: QRect) -> QRect:
        """Paint the emblem at the leading side of `box`; return the room that it leaves."""
        side = round(box.height() * 0.76)
        place = QRect(box.x(), box.y() + (box.height() - side) // 2, side, side)
        if not self._emblem or not draw_emblem(painter, mirrored(self, place), self._emblem):
            return box
        return box.adjusted(side + side // 4, 0, 0, 0)

    def _lines(self) -> list[tuple[str, float, bool]]:
        """Return each line with its share of the height and whether it is the first in rank.

        A board of one language has the ministry over the hall, one of two languages both on a line for each.
        """
        shown = [tag for tag in self._wording.tags if self._names.get(tag)] or list(self._names)[:1]
        pairs = [[text for text in (self._ministry.get(tag), self._names[tag]) if text] for tag in shown]
        if len(pairs) == 1 and len(pairs[0]) == 2:
            return [(pairs[0][0], 0.4, False), (pairs[0][1], 0.6, True)]
        shares = (0.6, 0.4) if len(pairs) == 2 else (1.0,)
        texts = [" · ".join(pair) for pair in pairs]
        return [(text, share, at == 0) for at, (text, share) in enumerate(zip(texts, shares, strict=False))]

    def _paint_timed(self, painter: QPainter, box: QRect, lines: tuple[str, ...]) -> None:
        """Paint the notice as a card in another colour, so that people see that it is new."""
        card = mirrored(self, box).adjusted(0, round(box.height() * 0.07), 0, -round(box.height() * 0.07))
        draw_card(painter, card, self._theme.colour("wait"), None, round(box.height() * 0.12))
        inner, height = card.adjusted(card.height() // 4, 0, -card.height() // 4, 0), card.height() // len(lines)
        for nth, line in enumerate(lines):
            place = QRect(inner.x(), inner.y() + nth * height, inner.width(), height)
            font = font_of(round(height * (0.62 if len(lines) > 1 else 0.4)), QFont.Weight.DemiBold)
            draw_text(painter, place, line, font, self._theme.colour("on_wait"), Qt.AlignmentFlag.AlignCenter)

    def _paint_clock(self, painter: QPainter, box: QRect) -> int:
        """Paint time and date at the trailing side of `box`; return the width they take."""
        time = ""
        date = ""
        if self._clocks:
            clock, tag = self._clocks[self._turn], self._wording.tags[self._turn]
            time = time_line(clock, tag, self._wording)
            date = date_line(clock, tag, self._wording)
        time_font = font_of(round(box.height() * 0.66), QFont.Weight.Bold)
        time_px = QFontMetrics(time_font).horizontalAdvance(time) + 8
        gap = round(self.width() * 0.02)
        at = box.right() - time_px
        self._text(painter, QRect(at, box.y(), time_px, box.height()), time, time_font, trailing(self), "ink")
        font = font_of(round(box.height() * 0.44), QFont.Weight.Medium)
        room = min(round(self.width() * (0.7 if self._theme.portrait else 0.42)), at - gap - box.x())
        width = min(QFontMetrics(font).horizontalAdvance(date) + 4, room)
        at -= width + gap
        self._text(painter, QRect(at, box.y(), width, box.height()), date, font, trailing(self), "ink_soft")
        return box.right() - at

    def _text(self, painter: QPainter, box: QRect, text: str, font: QFont, side: Qt.AlignmentFlag, colour: str) -> None:
        place = mirrored(self, box)
        draw_text(painter, place, text, font, self._theme.colour(colour), side | Qt.AlignmentFlag.AlignVCenter)
