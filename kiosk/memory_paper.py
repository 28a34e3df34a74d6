"""What a memory printer has printed last, for the demo's paper roll; imports printer/ only when it is called."""

from __future__ import annotations

from PySide6.QtGui import QImage

from kiosk.print_lane import TicketPrinter


def last_sheet(ticket_printer: TicketPrinter) -> QImage | None:
    """Return a picture of the newest sheet; None for a printer that is not made of memory, or that printed nothing."""
    from printer.fakes import MemoryWire
    from printer.printer import Printer

    wire = ticket_printer.wire if isinstance(ticket_printer, Printer) else None
    if not isinstance(wire, MemoryWire) or not wire.printer.sheets:
        return None
    return wire.printer.sheets[-1].as_paper()
