from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qtkit.look.theme import Theme
from qtkit.widgets.big_number import BigNumber
from tests.helpers.pixels import unlike_the_ground


@pytest.mark.parametrize("text", ["A047", "1", "T9999", "A٠٤٧"])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_number_fills_its_box_and_stays_in_it(
    qtbot: QtBot, theme: Theme, text: str, direction: Qt.LayoutDirection
) -> None:
    number = BigNumber(theme, "ticket_number")
    qtbot.addWidget(number)
    number.setLayoutDirection(direction)
    number.resize(600, 200)
    number.show_number(text)
    image = number.grab().toImage()
    xs, ys = zip(*unlike_the_ground(image), strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    assert left > 0
    assert right < 599
    assert top > 0
    assert bottom < 199
    assert right - left > 500 or bottom - top > 160
    assert abs((left + right) / 2 - 300) < 8
    assert abs((top + bottom) / 2 - 100) < 8


def test_without_a_number_nothing_is_painted(qtbot: QtBot, theme: Theme) -> None:
    number = BigNumber(theme, "ticket_number")
    qtbot.addWidget(number)
    number.resize(100, 50)
    empty = number.grab().toImage()
    number.show_number("7", "رقم 7")
    assert number.grab().toImage() != empty
    assert (number.text, number.accessibleName()) == ("7", "رقم 7")
    number.set_colour("alert")
    number.show_number("")
    assert number.grab().toImage() == empty
