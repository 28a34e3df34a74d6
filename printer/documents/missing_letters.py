"""Find the letters that no font of this machine can write, before a visitor holds boxes in hand."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtGui import QFontMetricsF

from printer.documents.ticket import TicketContent
from printer.render.blocks import Weight
from printer.render.fonts import ticket_font

_ANY_SIZE = 24


@lru_cache(maxsize=64)
def missing_letters(text: str) -> str:
    """Return the letters of a text, each once, that would be printed as boxes. Any thread; needs a QGuiApplication."""
    return "".join(letter for letter in dict.fromkeys(text) if not letter.isspace() and not _writable(letter))


def missing_in(content: TicketContent) -> str:
    """Return the letters of a ticket's names and notice that no font of this machine has."""
    texts = [text for names in (content.hall, content.service, content.notice) for text in (names.ar, names.en)]
    second = content.second
    return missing_letters(" ".join([*texts, *((second.hall, second.service, second.notice) if second else ())]))


def _steers(letter: str) -> bool:
    return unicodedata.category(letter) == "Cf"


def _writable(letter: str) -> bool:
    # A mark that only steers the text (a joiner, a direction) has no shape to miss.
    if not letter.isprintable() and _steers(letter):
        return True
    return QFontMetricsF(ticket_font(Weight.REGULAR, _ANY_SIZE, letter)).inFontUcs4(ord(letter))
