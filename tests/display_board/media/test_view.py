from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from display_board.drawing.sizes import Parts, Screen, board_sizes
from display_board.media.view import Media
from tests.display_board.helpers.board_parts import LANDSCAPE, theme_of
from tests.helpers.pixels import places


def media(qtbot: QtBot) -> Media:
    part = Media(theme_of(LANDSCAPE), board_sizes(Screen(*LANDSCAPE, 43, 12), Parts(media=True)))
    part.setFixedSize(part.sizeHint())
    qtbot.addWidget(part)
    return part


def image(width: int, height: int) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#708090"))
    return made


@pytest.mark.parametrize(("width", "height"), [(960, 426), (96, 200), (300, 30), (1920, 1080), (30, 30)])
def test_an_image_stands_whole_and_undistorted_in_the_middle(qtbot: QtBot, width: int, height: int) -> None:
    part = media(qtbot)
    part.show_image(image(width, height))
    shown = part.grab().toImage()
    points = places(shown, lambda colour: colour == QColor("#708090"))
    wide = max(x for x, _ in points) - min(x for x, _ in points) + 1
    high = max(y for _, y in points) - min(y for _, y in points) + 1
    assert wide >= part.width() - 2 or high >= part.height() - 2
    assert wide / high == pytest.approx(width / height, rel=0.03)
    assert min(x for x, _ in points) + max(x for x, _ in points) == pytest.approx(part.width() - 1, abs=2)


def test_without_an_image_the_place_is_the_boards_ground(qtbot: QtBot) -> None:
    part = media(qtbot)
    part.show_image(image(96, 43))
    part.show_image(None)
    shown = part.grab().toImage()
    ground = theme_of(LANDSCAPE).colour("ground")
    places = [(x, y) for x in range(0, part.width(), 31) for y in range(0, part.height(), 17)]
    assert {shown.pixelColor(x, y).name() for x, y in places} == {ground.name()}
