"""What one ticket costs: bytes by link and paper, with its fixed parts in the printer or not, and processor time."""

from __future__ import annotations

import contextlib
import io
import tempfile
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.figures import Figure, percentile
from printer.documents.ticket import Names, TicketContent
from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.printer import Printer
from printer.profiles import Link, paper_of
from printer.stored_graphics.nv_memory import ArtFile
from printer.stored_graphics.store import ArtStore

KB = 1024
TAPS = 100
_IDLE_LOOKS = 60


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


@dataclass(frozen=True)
class Sizes:
    """Bytes of the first ticket, which carries its pictures, and of one after the printer was idle; the paper's mm."""

    first: int
    later: int
    length_mm: float


def byte_figures() -> list[Figure]:
    """Return a ticket's KB on each link and paper beside its budget."""
    fast, narrow = _sizes(80, Link.FAST), _sizes(58, Link.FAST)
    usual = f"usual way, one picture: {len(picture_bytes()) / KB:.1f} KB; {fast.length_mm:.0f} mm of paper"
    return [
        Figure("ticket 80 mm, USB and TCP", fast.first / KB, "KB", 28, beside=usual),
        Figure("… to a printer that cannot make QR codes", _without_qr(80) / KB, "KB", 28),
        _on_serial("ticket 80 mm, serial 115200, fixed parts in the printer", Link.SERIAL, 115_200, 10),
        _on_serial("ticket 80 mm, serial ≤ 38400, fixed parts in the printer", Link.SLOW, 38_400, 5),
        Figure("ticket 58 mm, USB and TCP", narrow.first / KB, "KB", 17, beside=f"{narrow.length_mm:.0f} mm of paper"),
        Figure("… to a printer that cannot make QR codes", _without_qr(58) / KB, "KB", 17),
    ]


def drawing_figures() -> list[Figure]:
    """Return the processor time from a ticket's content to its bytes, a new number each time, as after a tap."""
    figures = []
    for link in Link:
        printer = Printer(MemoryWire(MemoryPrinter(dots=576)), paper_of(80), link)
        printer.prepare(ticket(0))
        times_ms = []
        for nth in range(1, TAPS + 1):
            content = ticket(nth)
            begun = time.process_time()
            printer.segments(content)
            times_ms.append(1000 * (time.process_time() - begun))
        name = f"composing a ticket at a tap, {link.value} link, processor time p50"
        figures.append(
            Figure(name, percentile(times_ms, 0.5), "ms", 10, beside=f"p99 {percentile(times_ms, 0.99):.1f} ms")
        )
    return figures


def _on_serial(name: str, link: Link, baud: int, limit_kb: float) -> Figure:
    sizes = _sizes(80, link, baud)
    beside = f"{sizes.later * 10 / baud:.2f} s on that line; before it keeps them {sizes.first / KB:.1f} KB"
    return Figure(name, sizes.later / KB, "KB", limit_kb, beside=beside)


def _sizes(paper_mm: int, link: Link, baud: int | None = None) -> Sizes:
    paper = paper_of(paper_mm)
    memory = MemoryPrinter(Build(dots=paper.dots))
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        art = ArtStore(ArtFile(Path(folder) / "art.json"))
        printer = Printer(MemoryWire(memory, baud=baud), paper, link, art=art)
        first = printer.print_ticket(ticket(), str(uuid.uuid4())).bytes_sent
        for _ in range(_IDLE_LOOKS):
            printer.status()
        later = printer.print_ticket(ticket(48), str(uuid.uuid4())).bytes_sent
    return Sizes(first, later, memory.sheets[0].length_mm)


def _without_qr(paper_mm: int) -> int:
    """Return the bytes for a printer of which nothing is known: the QR code goes as a picture."""
    paper = paper_of(paper_mm)
    printer = Printer(MemoryWire(MemoryPrinter(dots=paper.dots)), paper, Link.FAST)
    return sum(map(len, printer.segments(ticket())))


def picture_bytes() -> bytes:
    """Return what python-escpos sends for the same paper as one picture, which is how Arabic is usually done."""
    paper = paper_of(80)
    memory = MemoryPrinter(Build(dots=paper.dots))
    Printer(MemoryWire(memory), paper, Link.FAST).print_ticket(ticket(), str(uuid.uuid4()))
    from escpos.printer import Dummy

    dummy = Dummy()
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        picture = str(Path(folder) / "ticket.png")
        memory.sheets[-1].picture().save(picture)
        with contextlib.redirect_stdout(io.StringIO()):  # it tells of its profile between the figures
            dummy.image(picture)
    dummy.cut()
    return bytes(dummy.output)
