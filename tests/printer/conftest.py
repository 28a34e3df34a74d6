"""Printing needs Qt's text engine, and nothing else of Qt."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def _text_engine(qapp: QGuiApplication) -> None:
    """Have an application object, without which Qt draws no text."""
