"""A theme and both languages for views without a hall."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_client.program import desk_theme
from qtkit.language import Language
from qtkit.theme import Theme, load_fonts


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """Give the desk's theme, with the bundled fonts."""
    load_fonts()
    return desk_theme(24.0)


@pytest.fixture
def english(qapp: QApplication) -> Language:
    """Show English."""
    shown = Language(qapp, "counter")
    shown.show("en")
    return shown


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[Language]:
    """Show Arabic; nothing of it stays behind."""
    shown = Language(qapp, "counter")
    shown.show("ar")
    yield shown
    shown.show("en")
