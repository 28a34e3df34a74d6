from __future__ import annotations

from pathlib import Path

import pytest

from contracts.hall_words import PrintState
from printer.attempt import ConfirmedBy
from printer.fakes import Build, MemoryPrinter
from printer.printer import open_printer
from printer.wire import Fault, WireError
from printer.wire_serial import SerialWire
from tests.printer.emulating import on_a_serial_port
from tests.printer.samples import ADDRESS, codes_on, ticket


def test_a_ticket_over_a_serial_line_is_confirmed_and_readable(tmp_path: Path) -> None:
    memory = MemoryPrinter(Build(speed_mm_s=5000.0, flow_control=False))
    with on_a_serial_port(memory) as (_, path):
        printer = open_printer(f"serial://{path}?baud=115200")
        result = printer.print_ticket(ticket(), "a1")
        printer.close()
    assert (result.state, result.confirmed_by) == (PrintState.CONFIRMED, ConfirmedBy.PROCESS_ID)
    assert memory.lost_bytes == 0
    assert codes_on(memory.sheets[0], tmp_path) == [ADDRESS]


def test_paper_out_is_seen_over_a_serial_line() -> None:
    memory = MemoryPrinter()
    memory.cut_paper_short(0)
    with on_a_serial_port(memory) as (_, path):
        printer = open_printer(f"serial://{path}")
        assert printer.status().fault is Fault.PAPER_OUT
        assert printer.print_ticket(ticket(), "a1").state is PrintState.NOT_STARTED
        printer.close()


def test_a_port_is_opened_for_one_program_only() -> None:
    with on_a_serial_port(MemoryPrinter()) as (_, path):
        first, second = SerialWire(path, 115200), SerialWire(path, 115200)
        first.open()
        with pytest.raises(WireError, match="in use by another program") as busy:
            second.open()
        assert busy.value.fault is Fault.IN_USE
        first.close()
        second.open()
        second.close()


def test_a_missing_port_is_named() -> None:
    with pytest.raises(WireError, match="there is no /dev/ttyDawr9") as missing:
        SerialWire("/dev/ttyDawr9", 9600).open()
    assert missing.value.fault is Fault.MISSING


def test_a_file_is_not_a_serial_port(tmp_path: Path) -> None:
    path = tmp_path / "plain"
    path.touch()
    with pytest.raises(WireError):
        SerialWire(str(path), 9600).open()


def test_using_it_before_opening_is_refused() -> None:
    with pytest.raises(WireError, match="is not open"):
        SerialWire("/dev/ttyDawr9", 9600).read(0)


def test_a_port_that_goes_away_in_the_middle_leaves_the_ticket_unknown() -> None:
    memory = MemoryPrinter()
    with on_a_serial_port(memory) as (emulator, path):
        printer = open_printer(f"serial://{path}")
        assert printer.status().can_print
        with emulator.lock:
            memory.after_bytes(7000, lambda _printer: emulator.stop())
        result = printer.print_ticket(ticket(), "a1")
        printer.close()
    assert (result.state, result.fault) == (PrintState.UNKNOWN, Fault.UNPLUGGED)
    assert path in result.text
