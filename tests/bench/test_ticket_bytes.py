"""The ticket that is measured is a full one, and what is measured is what goes over the wire."""

from __future__ import annotations

import pytest

from bench.ticket_bytes import KB, byte_figures, drawing_figures, picture_bytes, ticket
from printer.emulator.fakes import MemoryPrinter, MemoryWire
from printer.printer import Printer
from printer.profiles import Link, paper_of


def test_each_byte_figure_is_within_its_budget(qapp: object) -> None:
    figures = byte_figures()
    assert len(figures) == 6
    assert [figure.name for figure in figures if not figure.holds] == []
    assert all(figure.limit for figure in figures)
    serial, slow = figures[2], figures[3]
    assert slow.value < serial.value < figures[0].value


def test_the_figure_of_a_fast_link_is_what_arrives_at_the_printer(qapp: object) -> None:
    memory = MemoryPrinter(dots=576)
    result = Printer(MemoryWire(memory), paper_of(80), Link.FAST).print_ticket(ticket(), "a1")
    assert byte_figures()[0].value == result.bytes_sent / KB
    assert memory.received_bytes >= result.bytes_sent


def test_the_usual_way_says_nothing_between_the_figures(qapp: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(picture_bytes()) > 2 * 28 * KB
    assert capsys.readouterr().out == ""


def test_composing_is_measured_for_every_link(qapp: object) -> None:
    figures = drawing_figures()
    assert len(figures) == len(Link)
    assert all(figure.value > 0 and figure.limit == 10 for figure in figures)
