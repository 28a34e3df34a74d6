"""Paint text that shrinks to its box, and rounded cards, the same way in both directions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from qtkit.look.theme import lettered

LONGEST_WORD = 32
"""What is longer is no word but an address, and may be broken behind its signs."""
DEEPEST = "ضي"
"""A ya after a dad reaches farthest below its line."""
AIR = 0.2
"""Part of a line's height that may lie outside its box: a line has air above and below its letters."""
_IN_ADDRESSES = re.compile(r"(?<=[/?&=_-])(?=\w)")


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Give a smooth painter on `widget`, ended whatever happens (an open painter crashes Qt)."""
    painter = QPainter(widget)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        yield painter
    finally:
        painter.end()


def leading(widget: QWidget) -> Qt.AlignmentFlag:
    """Return the side where lines begin, absolute: Latin text in a right-to-left window stays right too."""
    rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute


def trailing(widget: QWidget) -> Qt.AlignmentFlag:
    """Return the side where lines end, absolute."""
    rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignAbsolute


def mirrored(widget: QWidget, rect: QRect) -> QRect:
    """Return `rect`, thought from left to right, where it lies in the widget's direction."""
    if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return rect
    return QRect(widget.width() - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def fitted(font: QFont, text: str, box: QRect, *, wrap: bool, smallest_px: int = 12) -> QFont:
    """Return `font`, made smaller until `text` fits into `box`, wrapped or on one line; never below `smallest_px`."""
    smaller = QFont(font)
    smaller.setPixelSize(fitted_px(font, text, box, wrap=wrap, smallest_px=smallest_px))
    return smaller


def fitted_px(font: QFont, text: str, box: QRect, *, wrap: bool, smallest_px: int = 12) -> int:
    """Return the largest size, px, up to that of `font`, in which `text` fits into `box`.

    In the same box a larger `font` never gives a smaller size.
    """
    size = font.pixelSize()
    tried = QFont(font)
    while size > smallest_px and not _fits(tried, text, box, wrap=wrap):
        size -= 1
        tried.setPixelSize(size)
    return size


def _fits(font: QFont, text: str, box: QRect, *, wrap: bool) -> bool:
    metrics = QFontMetrics(font)
    lines = lines_of(text, metrics, box.width()) if wrap else [text]
    widest = max(metrics.horizontalAdvance(line) for line in lines)
    return widest <= box.width() and (len(lines) - AIR) * metrics.height() <= box.height()


def lines_of(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return `text` broken at blanks into lines of at most `width` px, without blanks at their ends.

    Qt's own wrapping keeps the blank: at the end of a right-to-left line it pushes the line out of its column.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word, joint in _words(paragraph):
            longer = f"{line}{joint}{word}" if line else word
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _words(paragraph: str) -> Iterator[tuple[str, str]]:
    """Return the parts a line may be broken at, each with what joins it to the one before; addresses have many."""
    for word in paragraph.split():
        parts = _IN_ADDRESSES.split(word) if len(word) > LONGEST_WORD else [word]
        yield from ((part, "" if at else " ") for at, part in enumerate(parts))


def draw_text(
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag,
    *,
    wrap: bool = False,
    direction: Qt.LayoutDirection | None = None,
) -> None:
    """Draw `text` into `box` in `colour`, smaller where it would not fit.

    `direction` is that of a text in another language than the program's, None: the program's own.
    """
    painter.setFont(fitted(lettered(font, text), text, box, wrap=wrap))
    painter.setPen(colour)
    # Not clipped: a box as high as its line would cut off the dots below a ya.
    flags = align.value | int(Qt.TextFlag.TextDontClip) | int(Qt.TextFlag.TextSingleLine)
    if direction is not None:
        rtl = direction == Qt.LayoutDirection.RightToLeft
        flags |= int(Qt.TextFlag.TextForceRightToLeft if rtl else Qt.TextFlag.TextForceLeftToRight)
    lines = lines_of(text, painter.fontMetrics(), box.width()) if wrap else [text]
    height = painter.fontMetrics().height()
    top = box.y() if align & Qt.AlignmentFlag.AlignTop else box.y() + (box.height() - len(lines) * height) // 2
    for at, line in enumerate(lines):
        place = QRect(box.x(), top + at * height, box.width(), height) if len(lines) > 1 else box
        painter.drawText(place, flags, line)


def lifted(box: QRect, font: QFont) -> QRect:
    """Return `box`, moved up as far as the dots below a final ya would hang out of it: a widget's edge cuts them.

    The font's own line is not as deep as its deepest letter.
    """
    metrics = QFontMetrics(font)
    baseline = box.y() + (box.height() - metrics.height()) // 2 + metrics.ascent()
    return box.translated(0, min(0, box.bottom() - baseline - metrics.tightBoundingRect(DEEPEST).bottom()))


def draw_card(painter: QPainter, box: QRect, fill: QColor, border: QColor | None, radius: int) -> None:
    """Draw a rounded card, with a thin border where a colour for it is given."""
    painter.setPen(QPen(border, 2) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), radius, radius)
