"""The bundled type face, ready in this process."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from printer.blocks import Weight

FAMILY = "IBM Plex Sans Arabic"
_FOLDER = Path(__file__).resolve().parent.parent / "assets" / "fonts"
_lock = threading.Lock()
_loaded: set[Weight] = set()


class FontError(RuntimeError):
    """Text cannot be drawn: no QGuiApplication in this process, or a font file is missing."""


def ticket_font(weight: Weight, size_dots: int) -> QFont:
    """Return the ticket's font at an em size in dots. Any thread; needs a QGuiApplication in the process."""
    _load(weight)
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight(weight.value))
    font.setPixelSize(size_dots)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def _load(weight: Weight) -> None:
    with _lock:
        if weight in _loaded:
            return
        if QGuiApplication.instance() is None:
            raise FontError("drawing a ticket needs a QGuiApplication (offscreen will do)")
        name = {Weight.REGULAR: "Regular", Weight.MEDIUM: "Medium", Weight.SEMI_BOLD: "SemiBold", Weight.BOLD: "Bold"}
        path = _FOLDER / f"IBMPlexSansArabic-{name[weight]}.ttf"
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontError(f"the font file {path} is missing or broken")
        _loaded.add(weight)
