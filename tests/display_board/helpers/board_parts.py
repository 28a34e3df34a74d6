"""Parts of the board's window, made offscreen for the tests of views."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from display_board.calls.presenter import CallLine
from display_board.calls.state import call_key
from display_board.drawing.sizes import BoardSizes, Screen, board_sizes
from display_board.drawing.wording import Wording
from qtkit.language.language import Language
from qtkit.look.theme import NIGHT, Theme, load_fonts
from tests.display_board.helpers.example import call

LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)


def theme_of(size: tuple[int, int]) -> Theme:
    """Return the board's theme on a screen of 43 inches."""
    load_fonts()
    return Theme(*size, 43.0, NIGHT)


def sizes_of(size: tuple[int, int]) -> BoardSizes:
    """Return the sizes for 12 m."""
    return board_sizes(Screen(*size, 43.0, 12.0))


def line(ticket: str, counter: int, *, awaited: bool = True) -> CallLine:
    """Return a line of a call."""
    names = {"ar": "الأراضي", "en": "Lands"}
    return CallLine(call_key(call(ticket, counter)), ticket, counter, names, awaited)


@contextmanager
def shown_in(app: QApplication, setting: str) -> Iterator[Wording]:
    """Show the board's language setting, and take its translators away at the end."""
    language = Language(app, "board")
    language.show("ar" if setting == "both" else setting)
    try:
        yield Wording(language, setting)
    finally:
        for translator in language._translators:
            app.removeTranslator(translator)
