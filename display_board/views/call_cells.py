"""The rows of the list of calls; their large digits are drawn once and copied where the list moves a row down.

To draw a row takes a millisecond, most of it for digits too large for Qt's own store of letters; a new call moves all
rows. A picture of each whole row would be as quick and take seven times the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from common.design_tokens import tokens
from display_board.presenters.now_calling import CallLine
from display_board.sizes import BoardSizes
from display_board.views.digits import draw_digits, room_of
from display_board.views.wording import Wording
from qtkit.parts.painting import draw_card, draw_text
from qtkit.theme import Theme, font_of

CARD_RADIUS_PX = tokens().radius["large"]
MARGIN_PX = 3
"""Around a stamp, for what smooth edges reach beyond the ink."""
_Key = tuple[str, bool]
"""What a stamp says, and whether in the colours of an awaited call."""


class CallCells:
    """Paints rows; `keep` lets go of all that is not part of the rows it names, `forget` of everything."""

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording) -> None:
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._stamps: dict[_Key, QPixmap] = {}

    def forget(self) -> None:
        """Draw everything anew: the language or its direction has changed."""
        self._stamps.clear()

    def keep(self, lines: Iterable[CallLine]) -> None:
        """Keep the digits of these rows only, and the words that every row has."""
        said = {(text, line.awaited) for line in lines for text in self._numbers(line)}
        said |= {("words", False), ("arrow", False), ("arrow", True)}
        self._stamps = {key: picture for key, picture in self._stamps.items() if key in said}

    def paint(
        self, painter: QPainter, cell: QRect, line: CallLine, counter: tuple[str, ...], way: Qt.LayoutDirection
    ) -> None:
        """Paint the row of `line` into `cell`; `counter` is the word for it, in one line or two."""
        theme, rtl, awaited = self._theme, way == Qt.LayoutDirection.RightToLeft, line.awaited
        draw_card(painter, cell, theme.colour("card" if awaited else "ground"), theme.colour("line"), CARD_RADIUS_PX)
        if awaited:
            self._paint_bar(painter, cell, rtl=rtl)

        def part(begin: float, end: float) -> QRect:
            x = cell.x() + cell.width() * (1 - end if rtl else begin)
            return QRect(round(x), cell.y(), round(cell.width() * (end - begin)), cell.height())

        ticket, number = self._numbers(line)
        self._paint_number(painter, part(0.04, 0.52), ticket, awaited=awaited)
        self._stamp(painter, part(0.585, 0.72), ("words", False), lambda on, box: self._draw_words(on, box, counter))
        self._paint_number(painter, part(0.735, 0.965), number, awaited=awaited)
        arrow = part(0.525, 0.585)
        size = min(arrow.width(), round(arrow.height() * 0.4)) // 2
        self._stamp(
            painter,
            _middle(arrow, QSize(3 * size, 3 * size)),
            ("arrow", awaited),
            lambda on, box: self._draw_arrow(on, box, size if rtl else -size, awaited=awaited),
        )

    def _numbers(self, line: CallLine) -> tuple[str, str]:
        return self._wording.number(line.ticket), self._wording.number(line.counter)

    def _strong(self, *, awaited: bool) -> QColor:
        return self._theme.colour("primary" if awaited else "ink")

    def _paint_number(self, painter: QPainter, box: QRect, text: str, *, awaited: bool) -> None:
        font_px = self._sizes.row_font_px
        margin = QSize(2 * MARGIN_PX, 2 * MARGIN_PX)
        tight = _middle(box, (room_of(text, font_px) + margin).boundedTo(box.size()))
        self._stamp(
            painter,
            tight,
            (text, awaited),
            lambda on, place: draw_digits(on, place, text, font_px, self._strong(awaited=awaited)),
        )

    def _stamp(self, painter: QPainter, box: QRect, key: _Key, draw: Callable[[QPainter, QRect], None]) -> None:
        """Copy what `draw` draws into a place of the size of `box`, drawn now where it is not kept."""
        ratio = painter.device().devicePixelRatio()
        picture = self._stamps.get(key)
        if picture is None or picture.size() != box.size() * ratio:
            picture = self._stamps[key] = _drawn(box.size(), ratio, painter.layoutDirection(), draw)
        painter.drawPixmap(box.topLeft(), picture)

    def _paint_bar(self, painter: QPainter, cell: QRect, *, rtl: bool) -> None:
        bar = max(10, round(cell.height() * 0.07))
        edge = QRect(cell.right() - bar if rtl else cell.x(), cell.y() + 2, bar, cell.height() - 4)
        draw_card(painter, edge, self._theme.colour("primary"), None, bar // 2)

    def _draw_words(self, painter: QPainter, box: QRect, words: tuple[str, ...]) -> None:
        font = font_of(round(self._sizes.row_font_px * 0.4), QFont.Weight.Medium)
        height = round(box.height() * 0.34) if len(words) > 1 else box.height()
        top = box.center().y() - len(words) * height // 2
        for nth, word in enumerate(words):
            place = QRect(box.x(), top + nth * height, box.width(), height)
            draw_text(painter, place, word, font, self._theme.colour("ink_soft"), Qt.AlignmentFlag.AlignCenter)

    def _draw_arrow(self, painter: QPainter, box: QRect, back: int, *, awaited: bool) -> None:
        size = abs(back)
        pen = QPen(self._theme.colour("primary" if awaited else "ink_soft"), max(3, size // 4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tip = box.center() - QPoint(back // 2, 0)
        painter.drawPolyline([tip + QPoint(back, -size), tip, tip + QPoint(back, size)])


def _middle(box: QRect, size: QSize) -> QRect:
    """Return a place of `size` in the middle of `box`."""
    place = QRect(QPoint(), size)
    place.moveCenter(box.center())
    return place


def _drawn(size: QSize, ratio: float, way: Qt.LayoutDirection, draw: Callable[[QPainter, QRect], None]) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setLayoutDirection(way)
    draw(painter, QRect(QPoint(), size))
    painter.end()
    return picture
