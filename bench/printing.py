"""The ticket's bytes beside the usual way's, what drawing one costs, and how long the paper takes to be cut off."""

from __future__ import annotations

import tempfile
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from bench.emulated_printer import CUT_S, SPEED_MM_S, emulated_printer
from bench.figures import Figure, percentile
from commands.printer_emulate import need_gui
from contracts.hall_words import PrintState
from printer.address import wire_of
from printer.fakes import Build, MemoryPrinter, MemoryWire
from printer.printer import Printer, open_printer
from printer.profiles import Link, paper_of
from printer.ticket import Names, TicketContent

KB = 1024
TAPS = 200
PAPERS = 7


def run() -> list[Figure]:
    """Measure one ticket of the land and housing hall, in Arabic and English, with place, wait and QR code."""
    need_gui()
    return [*_bytes(), *_drawing(), *_cut()]


def ticket(nth: int = 47) -> TicketContent:
    """Return the content of the `nth` ticket of a day."""
    return TicketContent(
        hall=Names("قاعة خدمات المراجعين بمسقط", "Muscat Service Hall"),
        service=Names("تسجيل الأراضي ونقل الملكية", "Land registration and transfer"),
        number=f"A{nth % 1000:03d}",
        issued_at=datetime(2026, 11, 24, 5, nth % 60, tzinfo=UTC),
        status_url=f"https://dawr.example.om/t#{uuid.UUID(int=nth * 2**90 + nth).hex}",
        people_ahead=nth % 30,
        wait_low_min=15,
        wait_high_min=25,
        notice=Names("يُرجى تجهيز البطاقة الشخصية", "Please have your identity card ready"),
    )


def _bytes() -> list[Figure]:
    fast, slow = _size(80, Link.FAST), _size(80, Link.SLOW)
    return [
        Figure("ticket 80 mm, USB and TCP", fast, "KB", 28, beside=f"usual way, one picture: {_usual_way():.1f} KB"),
        Figure("ticket 80 mm, serial 115200", slow, "KB", 10, beside=f"{slow * KB * 10 / 115_200:.2f} s on that line"),
        Figure("ticket 80 mm, serial ≤ 38400", slow, "KB", 5, beside=f"{slow * KB * 10 / 38_400:.2f} s on that line"),
        Figure("ticket 58 mm, USB and TCP", _size(58, Link.FAST), "KB", 17),
    ]


def _size(paper_mm: int, link: Link) -> float:
    paper = paper_of(paper_mm)
    printer = Printer(wire_of("memory:", paper), paper, link)
    return sum(map(len, printer.segments(ticket()))) / KB


def _usual_way() -> float:
    """Return the KB that python-escpos sends for the same paper as one picture, which is how Arabic is usually done."""
    paper = paper_of(80)
    memory = MemoryPrinter(Build(dots=paper.dots))
    Printer(MemoryWire(memory), paper, Link.FAST).print_ticket(ticket(), str(uuid.uuid4()))
    from escpos.printer import Dummy

    dummy = Dummy()
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        picture = str(Path(folder) / "ticket.png")
        memory.sheets[-1].picture().save(picture)
        dummy.image(picture)
    dummy.cut()
    return len(dummy.output) / KB


def _drawing() -> list[Figure]:
    """Return the processor time from a ticket's content to its bytes, a new number each time, as after a tap."""
    paper = paper_of(80)
    printer = Printer(wire_of("memory:", paper), paper, Link.FAST)
    printer.prepare(ticket(0))
    times_ms = []
    for nth in range(1, TAPS + 1):
        content = ticket(nth)
        begun = time.process_time()
        printer.segments(content)
        times_ms.append(1000 * (time.process_time() - begun))
    return [
        Figure("drawing a ticket, processor time p50", percentile(times_ms, 0.5), "ms", beside="prototype 9 ms"),
        Figure("… p99", percentile(times_ms, 0.99), "ms"),
    ]


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
