"""The rows of the list of calls as pictures: each is drawn once, and copied where the list moves it down.

To draw a row takes a millisecond, to copy one a twentieth of it; a new call moves all rows.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from display_board.presenters.now_calling import CallLine
from display_board.sizes import BoardSizes
from display_board.views.digits import draw_digits
from display_board.views.wording import Wording
from qtkit.parts.painting import draw_card, draw_text
from qtkit.theme import Theme, font_of

CARD_RADIUS_PX = 14
_Key = tuple[str, str, bool]


class CallCells:
    """Paints rows, and holds the picture of each until `keep` lets it go."""

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording) -> None:
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._pictures: dict[_Key, QPixmap] = {}

    def forget(self) -> None:
        """Draw every row anew: the language or its direction has changed."""
        self._pictures.clear()

    def keep(self, lines: Iterable[CallLine]) -> None:
        """Keep the pictures of these rows only."""
        keys = {self._key(line) for line in lines}
        self._pictures = {key: picture for key, picture in self._pictures.items() if key in keys}

    def paint(
        self, painter: QPainter, cell: QRect, line: CallLine, counter: tuple[str, ...], way: Qt.LayoutDirection
    ) -> None:
        """Paint the row of `line` into `cell`; `counter` is the word for it, in one line or two."""
        key, ratio = self._key(line), painter.device().devicePixelRatio()
        picture = self._pictures.get(key)
        if picture is None or picture.size() != cell.size() * ratio:
            picture = self._drawn(cell.size(), ratio, key, counter, rtl=way == Qt.LayoutDirection.RightToLeft)
            self._pictures[key] = picture
        painter.drawPixmap(cell.topLeft(), picture)

    def _key(self, line: CallLine) -> _Key:
        return self._wording.number(line.ticket), self._wording.number(line.counter), line.awaited

    def _drawn(self, size: QSize, ratio: float, key: _Key, counter: tuple[str, ...], *, rtl: bool) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.colour("ground"))
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self._draw(painter, QRect(QPoint(), size), key, counter, rtl=rtl)
        painter.end()
        return picture

    def _draw(self, painter: QPainter, cell: QRect, key: _Key, counter: tuple[str, ...], *, rtl: bool) -> None:
        theme, (ticket, number, awaited) = self._theme, key
        strong = theme.colour("primary" if awaited else "ink")
        draw_card(painter, cell, theme.colour("card" if awaited else "ground"), theme.colour("line"), CARD_RADIUS_PX)
        if awaited:
            self._draw_bar(painter, cell, rtl=rtl)

        def part(begin: float, end: float) -> QRect:
            x = cell.x() + cell.width() * (1 - end if rtl else begin)
            return QRect(round(x), cell.y(), round(cell.width() * (end - begin)), cell.height())

        draw_digits(painter, part(0.04, 0.52), ticket, self._sizes.row_font_px, strong)
        self._draw_words(painter, part(0.585, 0.72), counter)
        draw_digits(painter, part(0.735, 0.965), number, self._sizes.row_font_px, strong)
        self._draw_arrow(painter, part(0.525, 0.585), rtl=rtl, awaited=awaited)

    def _draw_bar(self, painter: QPainter, cell: QRect, *, rtl: bool) -> None:
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

    def _draw_arrow(self, painter: QPainter, box: QRect, *, rtl: bool, awaited: bool) -> None:
        size = min(box.width(), round(box.height() * 0.4)) // 2
        pen = QPen(self._theme.colour("primary" if awaited else "ink_soft"), max(3, size // 4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tip, back = box.center() + QPoint(size // 2 if not rtl else -size // 2, 0), size if rtl else -size
        painter.drawPolyline([tip + QPoint(back, -size), tip, tip + QPoint(back, size)])
