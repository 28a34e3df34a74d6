from __future__ import annotations

import os
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest

from printer.transport.usb_wire import UsbWire
from printer.transport.wire import Fault, WireError


@pytest.fixture
def device() -> Iterator[tuple[int, str]]:
    """A character device with somebody at its other end, as /dev/usb/lp0 is."""
    master, slave = os.openpty()
    tty.setraw(slave)
    yield master, os.ttyname(slave)
    os.close(master)
    os.close(slave)


def test_bytes_go_both_ways(device: tuple[int, str]) -> None:
    master, path = device
    wire = UsbWire(path)
    wire.open()
    assert wire.write(b"hello", 1) == 5
    assert os.read(master, 5) == b"hello"
    assert wire.read(0.01) == b""
    os.write(master, b"\x12")
    assert wire.read(1) == b"\x12"
    wire.close()
    wire.close()


def test_what_was_said_before_opening_is_thrown_away(device: tuple[int, str]) -> None:
    master, path = device
    os.write(master, b"\x00\x00")
    wire = UsbWire(path)
    wire.open()
    assert wire.read(0) == b""
    wire.close()


def test_a_device_is_opened_for_one_program_only(device: tuple[int, str]) -> None:
    first, second = UsbWire(device[1]), UsbWire(device[1])
    first.open()
    with pytest.raises(WireError) as busy:
        second.open()
    assert busy.value.fault is Fault.IN_USE
    first.close()


def test_a_printer_that_takes_nothing_shows_as_a_short_write(device: tuple[int, str]) -> None:
    wire = UsbWire(device[1])
    wire.open()
    assert wire.write(bytes(1_000_000), 0.02) < 1_000_000
    wire.close()


def test_a_missing_device_is_named() -> None:
    with pytest.raises(WireError, match="there is no /dev/usb/dawr9") as missing:
        UsbWire("/dev/usb/dawr9").open()
    assert missing.value.fault is Fault.MISSING


def test_a_plain_file_is_refused_with_the_way_to_write_one(tmp_path: Path) -> None:
    path = tmp_path / "plain"
    path.touch()
    with pytest.raises(WireError, match=f"use file:{path}"):
        UsbWire(str(path)).open()


@pytest.mark.parametrize("path", ["/dev/null", "/dev/full"])
def test_a_device_that_swallows_everything_is_no_printer(path: str) -> None:
    with pytest.raises(WireError, match="is not a printer") as refused:
        UsbWire(path).open()
    assert refused.value.fault is Fault.MISSING


def test_using_it_before_opening_is_refused() -> None:
    with pytest.raises(WireError, match="is not open"):
        UsbWire("/dev/usb/lp0").write(b"x", 0)
