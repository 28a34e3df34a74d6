from __future__ import annotations

from printer.emulator.hardware.build import Build
from printer.emulator.hardware.mechanism import MemoryPrinter

TICKET = b"\x1bJ\x50\x1dVB\x00"
WHOLE_STATE = b"\x10\x04\x14"


def presenting() -> MemoryPrinter:
    return MemoryPrinter(Build(presenter=True))


def state(printer: MemoryPrinter) -> bytes:
    printer.take(WHOLE_STATE)
    return printer.replies()


def test_a_cut_ticket_is_held_out_until_it_is_taken() -> None:
    printer = presenting()
    assert state(printer) == bytes((0x10, 0x0F, 0, 0, 0, 0))
    printer.take(TICKET)
    assert state(printer)[2] == 0x20
    taken = printer.take_ticket()
    assert taken is not None
    assert taken.length_mm == 10
    assert state(printer)[2] == 0
    assert printer.take_ticket() is None


def test_a_ticket_nobody_took_is_thrown_out_by_the_next() -> None:
    printer = presenting()
    printer.take(TICKET * 3)
    assert printer.presenter.not_taken == 2
    assert printer.presenter.holds


def test_a_jam_stops_the_printer_holds_the_ticket_fast_and_is_named() -> None:
    printer = presenting()
    printer.presenter.will_jam = True
    printer.take(TICKET + TICKET)
    assert len(printer.sheets) == 1
    assert printer.take_ticket() is None
    assert state(printer)[4] == 0x40
    printer.take(b"\x10\x04\x01\x10\x04\x02\x10\x04\x03")
    assert printer.replies() == b"\x1a\x52\x16"
    printer.free_jams()
    printer.run(printer.now_s + 1)
    assert [sheet.torn for sheet in printer.sheets] == [True, False]
    assert state(printer)[4] == 0


def test_a_printer_without_a_presenter_does_not_know_the_question() -> None:
    printer = MemoryPrinter()
    printer.take(TICKET)
    assert state(printer) == b""
    assert printer.take_ticket() is None
