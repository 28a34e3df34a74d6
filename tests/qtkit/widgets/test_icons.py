from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from qtkit.widgets.icons import PRIORITY_SIGNS, SIGNS, draw_sign
from tests.helpers.pixels import places

SIDE = 120


def drawn(name: str) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_sign(painter, name, QRect(10, 10, SIDE - 20, SIDE - 20), QColor("black"))
    painter.end()
    return image


def ink(image: QImage) -> list[tuple[int, int]]:
    return places(image, lambda colour: colour.value() < 128)


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_fills_its_box_and_stays_in_it(qapp: QApplication, name: str) -> None:
    dark = ink(drawn(name))
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    assert 8 <= min(xs) <= max(xs) < SIDE - 8
    assert 8 <= min(ys) <= max(ys) < SIDE - 8
    assert max(ys) - min(ys) > 60, "large enough to be known"


def test_no_two_signs_look_alike(qapp: QApplication) -> None:
    seen = {name: frozenset(ink(drawn(name))) for name in SIGNS}
    for one, other in itertools.combinations(SIGNS, 2):
        assert len(seen[one] ^ seen[other]) > 0.4 * min(len(seen[one]), len(seen[other])), (one, other)


def test_priority_has_a_sign_for_each_whom_the_words_name() -> None:
    assert len(PRIORITY_SIGNS) == 4
    assert set(PRIORITY_SIGNS) < set(SIGNS)
