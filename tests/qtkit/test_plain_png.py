from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from qtkit.plain_png import png_of


def coloured(width: int, height: int) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    for y in range(height):
        for x in range(width):
            picture.setPixelColor(x, y, QColor(7 * x % 256, 11 * y % 256, (x + y) % 256))
    return picture


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (480, 270), (271, 480)])
def test_a_png_is_the_same_picture_whatever_its_width(size: tuple[int, int]) -> None:
    picture = coloured(*size)
    back = QImage.fromData(png_of(picture), "PNG")
    assert not back.isNull()
    assert back.convertToFormat(QImage.Format.Format_RGB32) == picture


def test_a_plain_screen_is_packed_small() -> None:
    picture = QImage(480, 270, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    assert len(png_of(picture)) < 5_000
