"""The length told is that of the paper that comes out."""

from __future__ import annotations

import pytest

from printer.documents.ticket import TicketLanguage
from printer.emulator.fakes import MemoryWire
from printer.printer import open_printer
from printer.render.paper_length import HEAD_TO_CUTTER_MM
from tests.printer.samples import ticket


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize("language", list(TicketLanguage))
def test_the_length_told_is_what_a_memory_printer_used(paper_mm: int, language: TicketLanguage) -> None:
    printer, content = open_printer("memory:", paper_mm), ticket(language=language)
    told = printer.length_mm(content)
    printer.print_ticket(content, "a1")
    assert isinstance(printer.wire, MemoryWire)
    (sheet,) = printer.wire.printer.sheets
    assert told - HEAD_TO_CUTTER_MM == pytest.approx(sheet.length_mm, abs=2)
