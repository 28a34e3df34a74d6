"""What the kit's tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qtkit.look.theme import Theme, load_fonts


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    return Theme(1920, 1080, 21.5)


@pytest.fixture(autouse=True)
def _left_to_right_again(qapp: QApplication) -> Iterator[None]:
    """Leave the shared application as it was, whatever language a test has shown."""
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
