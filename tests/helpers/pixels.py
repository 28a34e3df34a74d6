"""Where a painted picture has the colours that a test looks for, without asking Qt for each pixel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage


def places(picture: QImage, is_sought: Callable[[QColor], bool]) -> list[tuple[int, int]]:
    """Return (x, y) of each pixel with a colour that is sought, row by row; each colour is judged once."""
    width = picture.width()
    same = picture.convertToFormat(QImage.Format.Format_ARGB32)  # kept: its memory is read
    pixels = memoryview(same.constBits()).cast("I").tolist()
    sought = {pixel for pixel in set(pixels) if is_sought(QColor.fromRgba(pixel))}
    return [(at % width, at // width) for at, pixel in enumerate(pixels) if pixel in sought]


def dark(picture: QImage) -> list[tuple[int, int]]:
    """Return the places of the pixels that are nearer to black than to white."""
    return places(picture, lambda colour: colour.lightness() < 128)


def unlike_the_ground(picture: QImage) -> list[tuple[int, int]]:
    """Return the places of the pixels that differ from the uppermost left one."""
    ground = picture.pixelColor(0, 0)
    return places(picture, lambda colour: colour != ground)
