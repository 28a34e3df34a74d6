"""The ticket's bytes beside the usual way's, what drawing one costs, and how long the paper takes to be cut off."""

from __future__ import annotations

import uuid

from bench.emulated_printer import CUT_S, SPEED_MM_S, emulated_printer
from bench.figures import Figure, percentile
from bench.ticket_bytes import byte_figures, drawing_figures, ticket
from commands.printer_emulate import need_gui
from contracts.hall_words import PrintState
from printer.fakes import Build, MemoryPrinter, MemoryWire
from printer.printer import Printer, open_printer
from printer.profiles import Link, paper_of

PAPERS = 7


def run() -> list[Figure]:
    """Measure one ticket of the land and housing hall, in Arabic and English, with place, wait and QR code."""
    need_gui()
    return [*byte_figures(), *drawing_figures(), *_cut()]


def _cut() -> list[Figure]:
    """Return the time from the printer's call to the confirmed cut, on a printer behind TCP in another process."""
    with emulated_printer() as url:
        printer = open_printer(url)
        printer.prepare(ticket(0))
        printer.status()
        results = [printer.print_ticket(ticket(nth), str(uuid.uuid4())) for nth in range(PAPERS)]
        printer.close()
    confirmed = [result for result in results if result.state is PrintState.CONFIRMED]
    cut_s = percentile([result.ms / 1000 for result in confirmed], 0.5)
    floor = f"the mechanism alone {_mechanism_s():.2f} s"
    return [
        Figure("ticket known → cut confirmed, 200 mm/s on TCP, median", cut_s, "s", 1.3, beside=floor),
        Figure("… papers not confirmed", len(results) - len(confirmed), "papers", 0),
    ]


def _mechanism_s() -> float:
    paper = paper_of(80)
    memory = MemoryPrinter(Build(dots=paper.dots))
    Printer(MemoryWire(memory), paper, Link.FAST).print_ticket(ticket(), str(uuid.uuid4()))
    return memory.sheets[-1].length_mm / SPEED_MM_S + CUT_S
