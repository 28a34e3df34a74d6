from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from qtkit.parts.emblem import Emblem, draw_lattice, star
from qtkit.theme import Theme


def test_the_star_has_eight_points_at_its_radius() -> None:
    points = star(QPointF(5, 5), 10.0).toList()
    reach = sorted(round(math.hypot(point.x() - 5, point.y() - 5), 6) for point in points)
    assert len(points) == 16
    assert reach[8:] == [pytest.approx(10.0)] * 8
    assert reach[7] == pytest.approx(10 * math.cos(math.pi / 4) / math.cos(math.pi / 8))


def test_the_lattice_stays_in_its_box(theme: Theme) -> None:
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_lattice(painter, QRect(20, 20, 40, 20), theme.colour("ink"), 10)
    painter.end()
    inked = {(x, y) for x in range(100) for y in range(60) if image.pixelColor(x, y).lightness() < 200}
    assert inked
    assert all(20 <= x < 60 and 20 <= y < 40 for x, y in inked)


def test_the_emblem_is_painted_in_the_middle(qtbot: QtBot, theme: Theme) -> None:
    emblem = Emblem(theme)
    qtbot.addWidget(emblem)
    emblem.resize(400, emblem.height())
    image = emblem.grab().toImage()
    assert image.pixelColor(200, 20) == theme.colour("accent")
    assert image.pixelColor(20, 20) != theme.colour("accent")
