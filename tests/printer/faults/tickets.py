"""Short tickets by number, and eyes that know a whole one."""

from __future__ import annotations

import random
from functools import cache

from printer.emulator.fakes import MemoryPrinter
from printer.emulator.hardware.paper import Sheet
from printer.escpos.encode import cut_stub, raster
from printer.render.bitmap import Bitmap

DOTS = 384
SEGMENTS = 6
ROWS_A_SEGMENT = 20


@cache
def picture(number: int, segment: int) -> Bitmap:
    dots = random.Random(number * 1000 + segment).randbytes(DOTS // 8 * ROWS_A_SEGMENT)
    return Bitmap(DOTS, dots.replace(b"\x10", b"\x11"))  # no byte that begins a real-time command


def ticket(number: int) -> list[bytes]:
    """Return the bytes of a ticket that no other number's could be taken for: six segments of 1 KB, then the cut."""
    segments = [raster(picture(number, nth)) for nth in range(SEGMENTS)]
    init, cut = cut_stub()[:2], cut_stub()[2:]
    return [init + segments[0], *segments[1:-1], segments[-1] + cut]


def size(number: int) -> int:
    return sum(map(len, ticket(number)))


def dots(number: int) -> bytes:
    """Return what a whole ticket is on paper."""
    return b"".join(picture(number, nth).data for nth in range(SEGMENTS))


def papers(printer: MemoryPrinter) -> list[Sheet]:
    """Return the papers that came away, and the one that still hangs out of the printer."""
    return [*printer.roll.sheets, Sheet(printer.roll.dots, tuple(printer.roll.hanging))]
