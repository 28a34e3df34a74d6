"""Numbers as they stand on the board: centred on their ink, and equally high in western and in Arabic-Indic digits."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from display_board.sizes import ARABIC_DIGIT_OF_FONT, CAP_OF_FONT
from qtkit.theme import font_of


def digits_px(text: str, font_px: int) -> int:
    """Return the font size at which `text` is as high as western digits are at `font_px`.

    >>> digits_px("A047", 100), digits_px("٠٤٧", 100)
    (100, 114)
    """
    arabic = any("٠" <= letter <= "٩" for letter in text)
    return round(font_px * CAP_OF_FONT / ARABIC_DIGIT_OF_FONT) if arabic else font_px


def draw_digits(painter: QPainter, box: QRect, text: str, font_px: int, colour: QColor) -> None:
    """Draw a number centred on its ink, left to right, smaller only where it would not fit the box."""
    size = digits_px(text, font_px)
    font = font_of(size, QFont.Weight.Bold)
    ink = QFontMetrics(font).tightBoundingRect(text)
    scale = min(1.0, box.width() / max(1, ink.width()), box.height() / max(1, ink.height()))
    if scale < 1.0:
        font = font_of(int(size * scale), QFont.Weight.Bold)
        ink = QFontMetrics(font).tightBoundingRect(text)
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    x = box.center().x() - ink.width() // 2 - ink.x()
    painter.drawText(x, box.center().y() - ink.height() // 2 - ink.y(), text)
    painter.restore()
