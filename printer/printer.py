"""One ticket printer, from its address to the paper: what the kiosk and the commands use."""

from __future__ import annotations

import time
from dataclasses import dataclass

from contracts.hall_words import PrintState
from printer.address import link_of, wire_of
from printer.attempt import ConfirmedBy, OnState
from printer.encode import encode, warm_up
from printer.layout import lay_out
from printer.pieces import PieceStore
from printer.profiles import Link, PaperProfile, paper_of
from printer.reconnect import Reconnect
from printer.spooler import Spooler
from printer.status import PrinterStatus
from printer.ticket import TicketContent
from printer.wire import Fault, Wire


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What became of one attempt. `ms` runs from the call to the end state; `text` names the fault for a technician."""

    state: PrintState
    bytes_sent: int
    confirmed_by: ConfirmedBy | None
    ms: float
    fault: Fault | None = None
    text: str = ""


class Printer:
    """A printer at a wire. Call it from one thread at a time, never the GUI thread: calls take up to some seconds."""

    def __init__(self, wire: Wire, paper: PaperProfile, link: Link) -> None:
        self.wire = wire
        self.paper = paper
        self._link = link
        self._pieces = PieceStore(paper)
        self._spooler = Spooler(wire)
        self._reconnect = Reconnect()

    def status(self) -> PrinterStatus:
        """Ask the printer how it is; ask every 2 to 10 s while idle. Never raises for what the printer does."""
        if not self._reconnect.due(self.wire.now()):
            return self._reconnect.last
        return self._reconnect.noted(self._spooler.status(), self.wire.now())

    def prepare(self, content: TicketContent) -> int:
        """Draw a ticket without printing it, so that its fixed parts are ready at the tap; returns its bytes."""
        warm_up()
        return sum(map(len, self.segments(content)))

    def segments(self, content: TicketContent) -> list[bytes]:
        """Return the bytes of a ticket in segments of at most 1 KB."""
        return encode(self._pieces.pieces(lay_out(content, self.paper, self._link)))

    def print_ticket(self, content: TicketContent, attempt_id: str, on_state: OnState | None = None) -> PrintResult:
        """Print one ticket at most once.

        `attempt_id` is new for every attempt; `on_state` hears each change of state, in this thread.
        """
        start = time.perf_counter()
        outcome = self._spooler.print_once(self.segments(content), attempt_id, on_state or _nobody)
        ms = (time.perf_counter() - start) * 1000
        return PrintResult(outcome.state, outcome.bytes_sent, outcome.confirmed_by, ms, outcome.fault, outcome.text)

    def close(self) -> None:
        """Let go of the device; the next call connects again."""
        self._spooler.close()


def open_printer(url: str, paper_mm: int = 80) -> Printer:
    """Return the printer at an address; it is connected at first use.

    Raises PrinterAddressError for a wrong address and PaperWidthError for a paper that is not supported.
    """
    paper = paper_of(paper_mm)
    return Printer(wire_of(url, paper), paper, link_of(url))


def _nobody(_state: PrintState) -> None:
    return
