from __future__ import annotations

from PySide6.QtGui import QColor

from printer.render.canvas import brush, canvas, to_bitmap


def test_grey_darker_than_half_is_black_and_nothing_is_dithered() -> None:
    image = canvas(64, 8)
    painter = brush(image)
    painter.fillRect(0, 0, 32, 8, QColor(100, 100, 100))
    painter.fillRect(32, 0, 32, 8, QColor(170, 170, 170))
    painter.end()
    assert to_bitmap(image).data == (b"\xff" * 4 + b"\0" * 4) * 8


def test_a_width_that_is_no_multiple_of_32_is_packed_without_padding() -> None:
    image = canvas(40, 2)
    image.setPixelColor(39, 1, QColor(0, 0, 0))
    assert to_bitmap(image).data == bytes(9) + b"\x01"
