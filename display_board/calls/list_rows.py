"""The rows of the list of calls; their large digits are drawn once and copied where the list moves a row down.

To draw a row takes a millisecond, most of it for digits too large for Qt's own store of letters; a new call moves all
rows. A picture of each whole row would be as quick and take seven times the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from common.design_tokens import tokens
from display_board.calls.presenter import CallLine
from display_board.drawing.digits import draw_digits, room_of
from display_board.drawing.sizes import BoardSizes
from display_board.drawing.wording import Wording
from qtkit.look.theme import Theme
from qtkit.widgets.painting import draw_card

CARD_RADIUS_PX = tokens().radius["large"]
MARGIN_PX = 3
"""Around a stamp, for what smooth edges reach beyond the ink."""
TICKET_PART, COUNTER_PART = (0.045, 0.615), (0.64, 0.993)
"""Where a row has its ticket and its counter, as shares of its width."""
_Key = tuple[str, str]
"""What a stamp shows, and its colour."""


class CallCells:
    """Paints rows; `keep` lets go of all that is not part of the rows it names, `forget` of everything."""

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording) -> None:
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._stamps: dict[_Key, QPixmap] = {}

    def forget(self) -> None:
        """Draw everything again: the language or its direction has changed."""
        self._stamps.clear()

    def keep(self, lines: Iterable[CallLine]) -> None:
        """Keep the digits of these rows only."""
        shown = {key for line in lines for key in self._keys(line)}
        self._stamps = {key: picture for key, picture in self._stamps.items() if key in shown}

    def paint(self, painter: QPainter, cell: QRect, line: CallLine, way: Qt.LayoutDirection) -> None:
        """Paint the row of `line` into `cell`: its ticket, and its counter in a box."""
        theme, awaited = self._theme, line.awaited
        radius, inset = min(CARD_RADIUS_PX, cell.height() // 5), round(cell.height() * 0.04)
        draw_card(painter, cell, theme.colour("card" if awaited else "ground"), theme.colour("line"), radius)
        if awaited:
            self._paint_bar(painter, cell, rtl=way == Qt.LayoutDirection.RightToLeft)
        ticket, counter = self._keys(line)
        box = part_of(cell, COUNTER_PART, way).adjusted(0, inset, 0, -inset)
        edge = None if awaited else theme.colour("ink_soft")
        draw_card(painter, box, theme.colour("primary" if awaited else "ground"), edge, radius)
        self._paint_number(painter, part_of(cell, TICKET_PART, way), ticket)
        self._paint_number(painter, box, counter)

    def _keys(self, line: CallLine) -> tuple[_Key, _Key]:
        """Return what the stamps of a row's ticket and counter show; a begun call is white, its box but an outline."""
        colours = ("primary", "on_primary") if line.awaited else ("ink", "ink")
        return (self._wording.number(line.ticket), colours[0]), (self._wording.number(line.counter), colours[1])

    def _paint_number(self, painter: QPainter, box: QRect, key: _Key) -> None:
        (text, colour), font_px = key, self._sizes.row_font_px
        margin = QSize(2 * MARGIN_PX, 2 * MARGIN_PX)
        tight = _middle(box, (room_of(text, font_px) + margin).boundedTo(box.size()))
        self._stamp(
            painter, tight, key, lambda on, place: draw_digits(on, place, text, font_px, self._theme.colour(colour))
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


def part_of(cell: QRect, part: tuple[float, float], way: Qt.LayoutDirection) -> QRect:
    """Return the part of a row that begins and ends at these shares of its width, in the reading direction."""
    begin, end = part
    x = cell.x() + cell.width() * (1 - end if way == Qt.LayoutDirection.RightToLeft else begin)
    return QRect(round(x), cell.y(), round(cell.width() * (end - begin)), cell.height())


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
