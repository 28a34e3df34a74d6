from __future__ import annotations

import os
import tty
from pathlib import Path

import pytest

from contracts.words.hall import PrintState
from printer.emulator.fakes import Build, MemoryPrinter
from printer.printer import open_printer
from printer.spool.attempt import ConfirmedBy
from printer.transport.serial_flow import Flow
from printer.transport.serial_wire import SerialWire
from printer.transport.wire import Fault, WireError
from tests.printer.emulator.emulating import on_a_serial_port
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


def test_what_is_no_serial_port_is_said_to_be_none(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    for path in ("/dev/null", str(plain)):
        with pytest.raises(WireError, match=f"{path} is not a serial port; main.py printer list") as refused:
            SerialWire(path, 9600).open()
        assert refused.value.fault is Fault.MISSING
    with pytest.raises(WireError, match="is a folder and no device"):
        SerialWire(str(tmp_path), 9600).open()


@pytest.mark.parametrize("flow", [Flow.RTS_CTS, Flow.DTR_DSR])
def test_flow_control_by_wires_that_the_port_has_not_is_refused_by_name(flow: Flow) -> None:
    with on_a_serial_port(MemoryPrinter()) as (_, path):
        with pytest.raises(WireError, match=f"{path}: the port has no wires for flow={flow}"):
            SerialWire(path, 9600, flow).open()
        wire = SerialWire(path, 9600)  # and nothing is left open behind the refusal
        wire.open()
        assert wire.flow is Flow.NONE
        wire.close()


class _Lines:
    """Modem lines whose DSR falls after some looks and rises again after some more."""

    cts = True

    def __init__(self, up: int, down: int) -> None:
        self._looks, self._up, self._down = 0, up, down

    @property
    def dsr(self) -> bool:
        self._looks += 1
        return self._looks <= self._up or self._looks > self._up + self._down


def test_a_printer_that_lowers_dsr_is_waited_for_a_few_bytes_at_a_time() -> None:
    master, slave = os.openpty()
    tty.setraw(slave)
    wire = SerialWire(os.ttyname(slave), 115_200, Flow.DTR_DSR, _Lines(up=3, down=10_000_000))
    wire.open()
    assert wire.flow is Flow.DTR_DSR
    taken = wire.write(bytes(1000), 0.2)
    assert taken in {64, 2 * 64}  # one look was the opening's; another may have found bytes still on their way
    came = 0
    while came < taken:  # a pseudo-terminal hands on in pieces
        came += len(os.read(master, 4096))
    assert came == taken
    wire.close()
    wire = SerialWire(os.ttyname(slave), 115_200, Flow.DTR_DSR, _Lines(up=3, down=5))
    wire.open()
    assert wire.write(bytes(1000), 20) == 1000
    wire.close()
    os.close(master)
    os.close(slave)


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
