from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage
from pytestqt.qtbot import QtBot

from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.helpers.pixels import unlike_the_ground


def ink_columns(image: QImage) -> list[int]:
    return [x for x, _ in unlike_the_ground(image)]


def ink_rows(image: QImage) -> list[int]:
    return [y for _, y in unlike_the_ground(image)]


@pytest.mark.parametrize(("side", "low", "high"), [("leading", 300, 400), ("trailing", 0, 100), ("centre", 130, 270)])
def test_latin_text_in_a_right_to_left_window_stands_where_it_should(
    qtbot: QtBot, theme: Theme, side: str, low: int, high: int
) -> None:
    words = Words(theme, "body", side=side)
    qtbot.addWidget(words)
    words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    words.resize(400, 60)
    words.set_text("A-042")
    columns = ink_columns(words.grab().toImage())
    assert low <= min(columns)
    assert max(columns) <= high


def test_marks_above_and_below_arabic_letters_are_not_cut(qtbot: QtBot, theme: Theme) -> None:
    words = Words(theme, "display", weight=QFont.Weight.Bold)
    qtbot.addWidget(words)
    words.set_text("أهلًا جارٍ ثوانٍ إصدار")
    words.resize(words.sizeHint())
    rows = ink_rows(words.grab().toImage())
    assert min(rows) > 0
    assert max(rows) < words.height() - 1


def test_a_paragraph_asks_for_the_height_it_needs(qtbot: QtBot, theme: Theme) -> None:
    words = Words(theme, "body", wrap=True)
    qtbot.addWidget(words)
    words.set_text("word " * 40)
    assert words.heightForWidth(300) > 3 * words.heightForWidth(5000)
    assert words.hasHeightForWidth()


def test_its_text_is_its_accessible_name(qtbot: QtBot, theme: Theme) -> None:
    words = Words(theme, "body")
    qtbot.addWidget(words)
    words.set_text("رقم الدور")
    assert (words.text, words.accessibleName()) == ("رقم الدور", "رقم الدور")


def test_another_colour_is_painted(qtbot: QtBot, theme: Theme) -> None:
    words = Words(theme, "body")
    qtbot.addWidget(words)
    words.set_text("text")
    words.resize(200, 60)
    before = words.grab().toImage()
    words.set_colour("alert")
    assert words.grab().toImage() != before
