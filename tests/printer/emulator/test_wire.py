from __future__ import annotations

import pytest

from printer.emulator.hardware.build import Build
from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.emulator.wire import MemoryWire
from printer.transport.wire import Fault, WireError


def test_waiting_passes_on_its_own_clock() -> None:
    wire = MemoryWire(MemoryPrinter())
    wire.open()
    assert wire.read(3600) == b""
    assert wire.now() == 3600


def test_bytes_take_as_long_as_on_a_line_of_that_speed() -> None:
    wire = MemoryWire(MemoryPrinter(), baud=9600)
    wire.open()
    wire.write(bytes(960), 10)
    assert wire.now() == pytest.approx(1.0)


def test_a_write_waits_for_the_mechanism_and_ends_in_time() -> None:
    printer = MemoryPrinter(Build(speed_mm_s=100.0, buffer_bytes=30))
    wire = MemoryWire(printer)
    wire.open()
    assert wire.write(b"\x1bJ\xa0" * 20, 1.0) < 60
    assert 0.9 <= wire.now() <= 1.1
    assert len(printer.roll.hanging) > 600


def test_opening_throws_old_answers_away() -> None:
    printer = MemoryPrinter()
    printer.say(b"\0\0\0")
    wire = MemoryWire(printer)
    wire.open()
    assert wire.read(0) == b""


def test_an_unplugged_printer_is_missing_then_and_gone_in_the_middle() -> None:
    printer = MemoryPrinter()
    wire = MemoryWire(printer)
    wire.open()
    printer.unplug()
    with pytest.raises(WireError) as gone:
        wire.read(1)
    assert gone.value.fault is Fault.UNPLUGGED
    with pytest.raises(WireError) as missing:
        wire.open()
    assert missing.value.fault is Fault.MISSING


def test_a_one_way_wire_hears_nothing() -> None:
    printer = MemoryPrinter()
    wire = MemoryWire(printer, two_way=False)
    wire.open()
    wire.write(b"\x10\x04\x01", 1)
    assert wire.read(1) == b""
