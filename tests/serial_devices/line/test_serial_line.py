from __future__ import annotations

import queue
from pathlib import Path

import pytest

from serial_devices.errors import LineError, LineFault
from serial_devices.line.address import SerialAddress
from serial_devices.line.fake_port import FakePort
from serial_devices.line.serial_line import SerialLine


def test_what_is_written_arrives_and_what_is_said_is_read() -> None:
    came: queue.Queue[bytes] = queue.Queue()
    with FakePort(came.put) as port:
        line = SerialLine(SerialAddress(port.path))
        line.open()
        line.write(b"\x02 03\r\n\xff")
        assert came.get(timeout=60) == b"\x02 03\r\n\xff"
        port.say(b"NEXT\r\n")
        assert line.read(20.0) == b"NEXT\r\n"
        assert line.read(0.0) == b""
        line.close()
        line.close()


def test_one_program_has_the_line_and_the_other_is_told_so() -> None:
    with FakePort() as port:
        first, second = SerialLine(SerialAddress(port.path)), SerialLine(SerialAddress(port.path))
        first.open()
        with pytest.raises(LineError, match="in use by another program") as refused:
            second.open()
        assert refused.value.fault is LineFault.IN_USE
        first.close()
        second.open()
        second.close()


def test_a_line_that_is_pulled_out_is_found_out_by_reading() -> None:
    with FakePort() as port:
        line = SerialLine(SerialAddress(port.path))
        line.open()
        port.unplug()
        with pytest.raises(LineError, match="went away") as gone:
            line.read(20.0)
        assert gone.value.fault is LineFault.UNPLUGGED
        line.close()


@pytest.mark.parametrize("fault", [LineFault.MISSING, LineFault.SETTINGS])
def test_what_is_no_serial_port_says_what_it_is(fault: LineFault, tmp_path: Path) -> None:
    path = tmp_path / "ttyS0"
    if fault is LineFault.SETTINGS:
        path.write_text("a file")
    line = SerialLine(SerialAddress(str(path)))
    with pytest.raises(LineError, match="ttyS0") as refused:
        line.open()
    assert refused.value.fault is fault


def test_a_port_without_a_mode_for_rs485_says_how_to_do_without() -> None:
    with FakePort() as port:
        line = SerialLine(SerialAddress(port.path, rs485=True))
        with pytest.raises(LineError, match="adapter with automatic direction") as refused:
            line.open()
        assert refused.value.fault is LineFault.SETTINGS


def test_a_closed_line_neither_reads_nor_writes() -> None:
    line = SerialLine(SerialAddress("/dev/ttyS9"))
    with pytest.raises(LineError, match="is not open"):
        line.write(b"x")
    with pytest.raises(LineError, match="is not open"):
        line.read(0.0)
