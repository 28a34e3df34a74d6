"""The first screen of a kiosk, painted before it imports the rest and before it knows hall and printer."""

from __future__ import annotations

from dataclasses import replace

from kiosk.screens.languages.presenter import derive_header, second_language, without_buttons
from kiosk.screens.view_data.visitor import KioskView, NoticeView

STARTING = NoticeView("starting", "wait")
"""The calm screen until the states of hall and printer are known."""


def derive_first_screen(language: str, available: tuple[str, ...]) -> KioskView:
    """Return what `derive_screen` returns while nothing is known; `available` are the languages of this program."""
    header = without_buttons(derive_header(None, language, available))
    starting = replace(STARTING, second=second_language(language, available))
    return KioskView(header, starting, back_shown=False, closes_in_s=None, language=language, digits="western")
