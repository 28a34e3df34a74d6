"""Numbers on the board: in the middle of their place, and equally high in both kinds of digits."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from display_board.drawing.sizes import ARABIC_DIGIT_OF_FONT, CAP_OF_FONT
from qtkit.look.theme import font_of


def digits_px(text: str, font_px: int) -> int:
    """Return the font size at which `text` is as high as western digits are at `font_px`.

    >>> digits_px("A047", 100), digits_px("٠٤٧", 100)
    (100, 114)
    """
    return round(font_px * CAP_OF_FONT / digit_share(text))


def digit_share(text: str) -> float:
    """Return the height of the digits of `text` as a share of the font's size."""
    return ARABIC_DIGIT_OF_FONT if any("٠" <= letter <= "٩" for letter in text) else CAP_OF_FONT


def room_of(text: str, font_px: int) -> QSize:
    """Return the least room in whose middle `draw_digits` draws a number as it would in the middle of a larger one."""
    font = font_of(digits_px(text, font_px), QFont.Weight.Bold)
    ink = QFontMetrics(font).tightBoundingRect(text)
    # The digits stand in the middle; what hangs below them (a Q) or stands above (a hamza) has its room on both sides.
    digits = round(font.pixelSize() * digit_share(text))
    return QSize(ink.width(), digits + 2 * max(0, ink.bottom(), -ink.top() - digits))


def fitting_px(text: str, font_px: int, box: QSize) -> int:
    """Return `font_px`, or the smaller size at which the number fits into `box`."""
    ink = QFontMetrics(font_of(digits_px(text, font_px), QFont.Weight.Bold)).tightBoundingRect(text)
    scale = min(1.0, box.width() / max(1, ink.width()), box.height() / max(1, ink.height()))
    return int(font_px * scale)


def draw_digits(painter: QPainter, box: QRect, text: str, font_px: int, colour: QColor) -> None:
    """Draw a number left to right with its digits in the middle of the box, smaller only where it would not fit."""
    font = font_of(digits_px(text, fitting_px(text, font_px, box.size())), QFont.Weight.Bold)
    ink = QFontMetrics(font).tightBoundingRect(text)
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    x = box.center().x() - ink.width() // 2 - ink.x()
    # By the height of the digits, not by the ink: a Q with its tail would stand higher than its neighbours.
    baseline = box.center().y() + round(font.pixelSize() * digit_share(text) / 2)
    over = max(0, baseline + ink.bottom() - box.bottom())
    painter.drawText(x, max(baseline - over, box.top() - ink.top()), text)
    painter.restore()
