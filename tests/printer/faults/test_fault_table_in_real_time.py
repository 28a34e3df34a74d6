"""The whole fault table again, as long as it takes in a hall: real tickets, real speeds, the product's own patience."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from functools import cache

import pytest

from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.printer import Printer
from printer.profiles import Link, paper_of
from printer.spool.timeouts import Patience
from tests.printer.faults.links import WAYS, Way
from tests.printer.faults.rows import TABLE
from tests.printer.faults.side_by_side import Case, side_by_side
from tests.printer.faults.stand import standing
from tests.printer.samples import ticket

PAPER = paper_of(58)


def segments(number: int, link: Link) -> list[bytes]:
    """Return a real ticket as it goes to a printer whose memory for pictures is not known."""
    printer = MemoryPrinter(Build(dots=PAPER.dots, nv_bytes=0, ram_bytes=0))
    return Printer(MemoryWire(printer), PAPER, link).segments(ticket(number=f"A{number:03d}"))


@cache
def whole(number: int, link: Link) -> bytes:
    """Return the dots of the whole ticket."""
    printer = MemoryPrinter(Build(dots=PAPER.dots))
    printer.take(b"".join(segments(number, link)))
    return printer.sheets[0].data.strip(b"\0")


def happen(row: str, way: Way) -> None:
    link = Link.FAST if way.baud is None else Link.SERIAL if way.baud > 57_600 else Link.SLOW

    happens, build = TABLE[row]
    with standing(way, 1.0, Patience(), **build) as stand:
        stand.make = lambda number: segments(number, link)
        stand.dots = lambda number: whole(number, link)
        happens(stand)


@pytest.fixture(scope="module")
def ends(request: pytest.FixtureRequest) -> Iterator[dict[Case, Future[None]]]:
    with side_by_side(request.session, test_it_is_told_as_it_is_in_real_time_too, happen) as running:
        yield running


@pytest.mark.full
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("row", sorted(TABLE))
def test_it_is_told_as_it_is_in_real_time_too(row: str, way: Way, ends: dict[Case, Future[None]]) -> None:
    ends[row, way].result()
