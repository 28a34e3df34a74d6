"""The demo's memory printer behind the kiosk's own: its newest paper, and what happens to it.

printer/ is imported when it is used: it stays off the start path.
"""

from __future__ import annotations

from PySide6.QtGui import QImage

from kiosk.printing.printer_worker import TicketPrinter
from printer.emulator.acts import carry_out, parse
from printer.emulator.fakes import MemoryWire
from printer.emulator.picture import paper_in_sight
from printer.printer import Printer


def last_sheet(ticket_printer: TicketPrinter) -> QImage | None:
    """Return a picture of what hangs out of the printer, else of the newest sheet.

    None for a printer that is not made of memory, or that printed nothing.
    """
    wire = ticket_printer.wire if isinstance(ticket_printer, Printer) else None
    sheet = paper_in_sight(wire.printer.roll) if isinstance(wire, MemoryWire) else None
    return sheet.as_paper() if sheet is not None else None


def happen(ticket_printer: TicketPrinter, words: str) -> None:
    """Let something happen to a memory printer, in the words of printer.emulator.acts; nothing to one of metal."""
    wire = ticket_printer.wire if isinstance(ticket_printer, Printer) else None
    if isinstance(wire, MemoryWire):
        carry_out(parse(words), wire.printer)
