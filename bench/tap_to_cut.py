"""How long the paper takes to be cut off, known to be whole, on each link; and the usual way beside it."""

from __future__ import annotations

import tempfile
import time
import uuid
from pathlib import Path

from bench.figures import Figure, percentile
from bench.processes.emulated_printer import CUT_S, SPEED_MM_S, emulated_printer
from bench.ticket_bytes import picture_bytes, ticket
from contracts.words.hall import PrintState
from printer.address import wire_of
from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.printer import Printer, PrintResult, open_printer
from printer.profiles import Link, paper_of
from printer.spool.attempt import ConfirmedBy
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience
from printer.stored_graphics.nv_memory import ArtFile

PAPERS = 7
BAUD = 115_200
_IDLE_LOOKS = 60
_USUAL_WAY_S = 60.0


def cut_figures() -> list[Figure]:
    """Return the time from a ticket's content to the cut that the printer has confirmed, on 200 mm/s paper."""
    floor_s, usual = _mechanism_s(), picture_bytes()
    network = _papers(None)
    serial = _papers(BAUD)
    lost = [result for result in (*network, *serial) if result.confirmed_by is not ConfirmedBy.PROCESS_ID]
    floor = f"the mechanism alone {floor_s:.2f} s; usual way, one picture by python-escpos:"
    return [
        _figure(
            "ticket known → cut confirmed, 200 mm/s on TCP, median", network, 1.3, f"{floor} {_usual(usual):.2f} s"
        ),
        _figure(
            f"… on serial {BAUD}, fixed parts in the printer, median",
            serial,
            1.5,
            f"{floor} {_usual(usual, BAUD):.2f} s",
        ),
        Figure("… papers not confirmed", len(lost), "papers", 0),
    ]


def _figure(name: str, results: list[PrintResult], limit_s: float, beside: str) -> Figure:
    confirmed = [result.ms / 1000 for result in results if result.state is PrintState.CONFIRMED]
    return Figure(name, percentile(confirmed, 0.5), "s", limit_s, beside=beside)


def _papers(baud: int | None) -> list[PrintResult]:
    """Print some tickets, the first of them before the printer was idle, and leave that one out."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder, emulated_printer(baud=baud) as url:
        printer = open_printer(url, art=ArtFile(Path(folder) / "art.json"))
        printer.prepare(ticket(0))
        printer.print_ticket(ticket(0), str(uuid.uuid4()))
        for _ in range(_IDLE_LOOKS):
            printer.status()
        results = [printer.print_ticket(ticket(nth), str(uuid.uuid4())) for nth in range(1, PAPERS + 1)]
        printer.close()
    return results


def _usual(data: bytes, baud: int | None = None) -> float:
    """Return the seconds until the printer has cut off a whole ticket sent as one picture.

    Sent here through our own wire and fenced, so that only the bytes differ: the usual way itself learns of no cut.
    """
    with emulated_printer(baud=baud) as url:
        wire = wire_of(url, paper_of(80))
        wire.open()
        talk = Conversation(wire, Patience(stuck_s=_USUAL_WAY_S, fence_s=_USUAL_WAY_S))
        begun = time.perf_counter()
        sent = talk.write(data)
        cut = sent == len(data) and talk.reaches_fence()
        took = time.perf_counter() - begun
        wire.close()
    if not cut:
        raise RuntimeError(f"the whole picture did not reach the printer: {sent} of {len(data)} bytes")
    return took


def _mechanism_s() -> float:
    paper = paper_of(80)
    memory = MemoryPrinter(Build(dots=paper.dots))
    Printer(MemoryWire(memory), paper, Link.FAST).print_ticket(ticket(), str(uuid.uuid4()))
    return memory.sheets[-1].length_mm / SPEED_MM_S + CUT_S
