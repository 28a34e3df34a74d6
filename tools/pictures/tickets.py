"""Take the pictures of tickets for the documentation: both papers, and each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from commands.printer.emulate import need_gui
from commands.printer.sample import draw, example
from printer.documents.ticket import Digits, Names, TicketLanguage
from printer.profiles import Link

_AT = datetime(2026, 11, 24, 6, 35, tzinfo=UTC)
_MINISTRY = Names("وزارة الإسكان والتخطيط العمراني", "Ministry of Housing and Urban Planning")
_TICKETS = (
    (80, TicketLanguage.BOTH, Digits.WESTERN),
    (80, TicketLanguage.ARABIC, Digits.ARABIC_INDIC),
    (80, TicketLanguage.ENGLISH, Digits.WESTERN),
    (58, TicketLanguage.BOTH, Digits.WESTERN),
)


def take_tickets(folder: Path) -> Iterator[Path]:
    """Draw each ticket into the folder as the memory printer prints it: the same dots every time."""
    need_gui()
    for paper_mm, language, digits in _TICKETS:
        path = folder / f"ticket_{paper_mm}_{language.value}.png"
        content = replace(example(_AT), language=language, digits=digits)
        draw(content, paper_mm, Link.FAST, path, ministry=_MINISTRY)
        yield path
