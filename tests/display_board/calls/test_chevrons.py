from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from display_board.calls.chevrons import CHEVRONS, Chevrons, Way
from tests.helpers.pixels import places

BOX = QRect(20, 30, 192, 300)
COLOUR = QColor("#ffcc00")


def painted(way: Way, *, bright: int = -1, ratio: float = 1.0, chevrons: Chevrons | None = None) -> QImage:
    picture = QImage(round(240 * ratio), round(360 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    (chevrons or Chevrons()).paint(painter, BOX, way, COLOUR, bright=bright)
    painter.end()
    return picture


def inked(picture: QImage, least: int = 40) -> list[tuple[int, int]]:
    return places(picture, lambda colour: colour.red() > least)


def along(picture: QImage, least: int) -> list[int]:
    """Return the places on the box's middle line, where a chevron's ink begins."""
    line = [(x, BOX.center().y()) for x in range(BOX.left(), BOX.right())]
    lit = [picture.pixelColor(x, y).red() > least for x, y in line]
    return [at for at in range(1, len(lit)) if lit[at] and not lit[at - 1]]


@pytest.mark.parametrize("way", Way)
def test_there_are_three_inside_their_box(qapp: QApplication, way: Way) -> None:
    picture = painted(way)
    assert len(along(picture, 120)) == CHEVRONS
    assert all(BOX.contains(x, y) for x, y in inked(picture))


@pytest.mark.parametrize("way", Way)
def test_one_is_bright_and_the_others_are_faint(qapp: QApplication, way: Way) -> None:
    for bright in range(CHEVRONS):
        picture = painted(way, bright=bright)
        assert len(along(picture, 200)) == 1
        assert len(along(picture, 30)) == CHEVRONS


@pytest.mark.parametrize(("way", "tip_leads"), [(Way.LEFT, False), (Way.RIGHT, True)])
def test_they_point_to_the_counter(qapp: QApplication, way: Way, tip_leads: bool) -> None:
    bright = inked(painted(way, bright=1), 200)
    middle = [x for x, y in bright if y == BOX.center().y()]
    top = min(y for _, y in bright)
    wings = [x for x, y in bright if y == top + 4]
    assert (max(middle) > max(wings)) is tip_leads


def test_a_chevron_is_drawn_once_in_each_strength_and_copied_afterwards(qapp: QApplication) -> None:
    chevrons = Chevrons()
    for bright in (0, 1, 2, 0, 1, 2):
        painted(Way.LEFT, bright=bright, chevrons=chevrons)
    assert len(chevrons._drawn) == 2


def test_on_a_dense_screen_they_are_drawn_dense(qapp: QApplication) -> None:
    once, twice = inked(painted(Way.RIGHT)), inked(painted(Way.RIGHT, ratio=2.0))
    assert 3.6 * len(once) < len(twice) < 4.4 * len(once)
