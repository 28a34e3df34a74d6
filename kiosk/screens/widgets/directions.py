"""Say in words where reception is, seen by a visitor at this kiosk: the arrow beside it is a picture only."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtkit.language.language import Language

_TEXTS = {
    "left": str(QT_TRANSLATE_NOOP("Directions", "Reception is on the left")),
    "right": str(QT_TRANSLATE_NOOP("Directions", "Reception is on the right")),
    "ahead": str(QT_TRANSLATE_NOOP("Directions", "Reception is straight ahead")),
    "behind": str(QT_TRANSLATE_NOOP("Directions", "Reception is behind you")),
}


def direction_text(language: Language, tag: str, towards: str) -> str:
    """Return in the language `tag` where reception is; `towards` is one of kiosk.config.TOWARDS."""
    return language.text_in(tag, "Directions", _TEXTS[towards])
