"""The bundled type face, ready in this process."""

from __future__ import annotations

import re
import threading
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from printer.render.blocks import Weight

FAMILY = "IBM Plex Sans Arabic"
SCRIPTS = {"Noto Sans Devanagari": re.compile("[\u0900-\u097f]"), "Noto Sans Bengali": re.compile("[\u0980-\u09ff]")}
"""Families of the scripts that it lacks."""
UNITS_AN_EM = 1000
"""Of the bundled face."""
_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"
_lock = threading.Lock()
_loaded: set[Weight] = set()
_loaded_scripts: set[str] = set()
_outlines = threading.local()


class FontError(RuntimeError):
    """Text cannot be drawn: no QGuiApplication in this process, or a font file is missing."""


def ticket_font(weight: Weight, size_dots: int, text: str = "") -> QFont:
    """Return the ticket's font at an em size in dots. Any thread; needs a QGuiApplication in the process.

    Scripts that the bundled face lacks (it has Arabic and Latin) come from the faces bundled for them where `text` has
    such letters, and from the system's fonts.
    """
    _load(weight)
    font = QFont([*_scripts(text), FAMILY])
    font.setWeight(QFont.Weight(weight.value))
    font.setPixelSize(size_dots)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("locl"), 0)  # else 0 to 9 are lower beside Arabic letters than alone
    return font


def _scripts(text: str) -> list[str]:
    """Return the families for the letters that the face lacks, loaded once and only where they are needed."""
    needed = [family for family, letters in SCRIPTS.items() if letters.search(text)]
    with _lock:
        for family in needed:
            if family in _loaded_scripts:
                continue
            for path in sorted(_FOLDER.glob(f"{family.replace(' ', '')}-*.ttf")):
                QFontDatabase.addApplicationFont(str(path))
            _loaded_scripts.add(family)
    return needed


def outline_font(weight: Weight) -> QRawFont:
    """Return the face apart from Qt's text engine, at the size at which its outlines come in its own units, exact.

    Any thread; a raw font may be used only by the thread that made it, so each has its own.
    """
    kept: dict[Weight, QRawFont] = _outlines.__dict__.setdefault("fonts", {})
    if weight not in kept:
        kept[weight] = QRawFont(str(_path(weight)), UNITS_AN_EM, QFont.HintingPreference.PreferNoHinting)
    return kept[weight]


def _load(weight: Weight) -> None:
    with _lock:
        if weight in _loaded:
            return
        if QGuiApplication.instance() is None:
            raise FontError("drawing a ticket needs a QGuiApplication (offscreen will do)")
        path = _path(weight)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontError(f"the font file {path} is missing or broken")
        _loaded.add(weight)


def _path(weight: Weight) -> Path:
    name = {Weight.REGULAR: "Regular", Weight.MEDIUM: "Medium", Weight.SEMI_BOLD: "SemiBold", Weight.BOLD: "Bold"}
    return _FOLDER / f"IBMPlexSansArabic-{name[weight]}.ttf"
