from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.frame.fitting import height_needed, leaves
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.helpers.qt_frame import framed


def page(theme: Theme, *texts: str) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    for text in texts:
        words = Words(theme, "lead", wrap=True)
        words.set_text(text)
        layout.addWidget(words)
    return made


def test_the_height_is_that_of_the_broken_lines_of_the_page_that_is_shown(qtbot: QtBot, theme: Theme) -> None:
    stack = QStackedWidget()
    framed(qtbot, stack, 600, 900)
    assert height_needed(stack, 600) == 0
    stack.addWidget(page(theme, "short"))
    stack.addWidget(page(theme, "a text of many words " * 12))
    low = height_needed(stack, 600)
    stack.setCurrentIndex(1)
    assert height_needed(stack, 600) > 3 * low
    assert height_needed(stack, 300) > height_needed(stack, 600)
    assert height_needed(QWidget(), 300) == 0


def test_leaves_are_the_visible_parts_without_parts(qtbot: QtBot, theme: Theme) -> None:
    made = page(theme, "one", "two", "three")
    framed(qtbot, made, 600, 600)
    parts = made.findChildren(Words)
    parts[1].hide()
    assert [bottom - top for top, bottom in leaves(made)] == [parts[0].height(), parts[2].height()]
