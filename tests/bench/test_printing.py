"""The ticket that is measured: a full one, another at each tap."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from bench.ticket_bytes import ticket
from printer.address import wire_of
from printer.printer import Printer
from printer.profiles import Link, paper_of


def test_the_measured_ticket_has_all_that_a_ticket_can_have() -> None:
    one = ticket(47)
    assert one.number == "A047"
    assert all((one.hall.ar, one.hall.en, one.service.ar, one.service.en, one.notice.ar, one.notice.en))
    assert None not in (one.people_ahead, one.wait_low_min, one.wait_high_min)


def test_each_tap_prints_another_ticket(qtbot: QtBot) -> None:
    paper = paper_of(80)
    printer = Printer(wire_of("memory:", paper), paper, Link.FAST)
    drawn = {b"".join(printer.segments(ticket(nth))) for nth in range(20)}
    assert len(drawn) == 20
