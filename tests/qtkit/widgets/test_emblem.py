from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from qtkit.look.theme import Theme
from qtkit.widgets.emblem import draw_emblem, draw_lattice, draw_mark, star


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


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#ff0000"/></svg>'


def painted(file: bytes) -> tuple[bool, QImage]:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    done = draw_emblem(painter, QRect(0, 0, 100, 100), file)
    painter.end()
    return done, image


def png_of(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_an_emblem_keeps_its_shape_in_the_middle_of_its_box(qtbot: QtBot, kind: str) -> None:
    red = QImage(200, 100, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    done, image = painted(SVG if kind == "svg" else png_of(red))
    assert done
    inked = [y for y in range(100) if image.pixelColor(50, y) == QColor("red")]
    assert (min(inked), max(inked)) == (25, 74)
    assert image.pixelColor(2, 50) == QColor("red")


def test_what_is_no_picture_is_not_drawn(qtbot: QtBot) -> None:
    done, _ = painted(b"\x89PNG\r\n")
    assert not done


def test_the_mark_is_drawn_in_the_colours_asked_for(qtbot: QtBot) -> None:
    image = QImage(96, 56, QImage.Format.Format_RGB32)
    image.fill(QColor("#0a5a50"))
    painter = QPainter(image)
    draw_mark(painter, image.rect(), QColor("white"), QColor("#b4884a"), QColor("#0a5a50"))
    painter.end()
    assert image.pixelColor(29, 28) == QColor("#b4884a")
    assert image.pixelColor(84, 28) == QColor("white")
    assert image.pixelColor(66, 1) == QColor("#0a5a50"), "the notch"
