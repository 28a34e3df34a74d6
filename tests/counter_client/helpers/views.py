"""A theme and both languages for views without a hall."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_client.program.front import counter_theme
from counter_client.widgets.style import style_sheet
from qtkit.language.language import Language
from qtkit.look.theme import Theme, load_fonts


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """Give the counter's theme, with the bundled fonts."""
    load_fonts()
    return counter_theme(24.0)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """Give a shown window to lay a view into: offscreen Qt warns about a window that has a layout."""
    window = QWidget()
    window.setStyleSheet(style_sheet(counter_theme(24.0)))
    window.resize(1100, 720)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def english(qapp: QApplication) -> Iterator[Language]:
    """Show English."""
    shown = Language(qapp, "counter")
    shown.show("en")
    yield shown
    shown.withdraw()


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[Language]:
    """Show Arabic, and take it away after the test."""
    shown = Language(qapp, "counter")
    shown.show("ar")
    yield shown
    shown.withdraw()
