from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from tests.helpers.pixels import dark, places, unlike_the_ground

RGB, TRANSPARENT = QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied


@pytest.mark.parametrize("form", [RGB, TRANSPARENT])
def test_the_places_are_those_that_qt_gives_pixel_by_pixel(form: QImage.Format) -> None:
    picture = QImage(7, 3, form)
    picture.fill(Qt.GlobalColor.white)
    for x, y, colour in [(6, 0, "black"), (0, 1, "#708090"), (3, 2, "#202020")]:
        picture.setPixelColor(x, y, QColor(colour))
    every = [(x, y) for y in range(3) for x in range(7)]
    assert places(picture, lambda colour: colour.red() == 0x70) == [(0, 1)]
    assert dark(picture) == [(x, y) for x, y in every if picture.pixelColor(x, y).lightness() < 128]
    assert unlike_the_ground(picture) == [(6, 0), (0, 1), (3, 2)]


def test_a_picture_of_one_colour_has_no_other() -> None:
    picture = QImage(4, 4, RGB)
    picture.fill(Qt.GlobalColor.white)
    assert dark(picture) == unlike_the_ground(picture) == []
