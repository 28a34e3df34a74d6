from __future__ import annotations

import pytest

from printer.address import PrinterAddressError, link_of, told_by, wire_of
from printer.profiles import Link, PaperWidthError, paper_of
from printer.transport.file_wire import FileWire
from printer.transport.network_wire import NetworkWire
from printer.transport.serial_wire import SerialWire
from printer.transport.usb_wire import UsbWire

PAPER = paper_of(80)


@pytest.mark.parametrize(
    ("url", "kind", "address"),
    [
        ("tcp://10.0.0.9:9100", NetworkWire, "10.0.0.9:9100"),
        ("tcp://printer.hall", NetworkWire, "printer.hall:9100"),
        ("serial:///dev/ttyUSB0", SerialWire, "/dev/ttyUSB0 at 115200 baud"),
        ("serial:///dev/ttyUSB0?baud=9600", SerialWire, "/dev/ttyUSB0 at 9600 baud"),
        ("serial:///dev/ttyUSB0?baud=9600&flow=none", SerialWire, "/dev/ttyUSB0 at 9600 baud"),
        ("usb:///dev/usb/lp0", UsbWire, "/dev/usb/lp0"),
        ("file:ticket.bin", FileWire, "ticket.bin"),
        ("file:/srv/ticket.bin", FileWire, "/srv/ticket.bin"),
        ("file:///srv/ticket.bin", FileWire, "/srv/ticket.bin"),
    ],
)
def test_each_kind_of_address_names_its_wire(url: str, kind: type, address: str) -> None:
    wire = wire_of(url, PAPER)
    assert isinstance(wire, kind)
    assert wire.address == address


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("", "no kind"),
        ("printer", "no kind"),
        ("lpt:1", "unknown kind"),
        ("tcp://", "no host"),
        ("tcp://host:0", "port 0"),
        ("tcp://host:99999", "not a number between"),
        ("tcp://host:abc", "not a number between"),
        ("serial:///dev/ttyUSB0?baud=12345", "baud must be one of"),
        ("serial:///dev/ttyUSB0?baud=", "baud must be one of"),
        ("serial:///dev/ttyUSB0?flow=rts", "flow must be one of auto, rtscts, dsrdtr, xonxoff, none"),
        ("serial:///dev/ttyUSB0?parity=odd", "unknown setting parity"),
        ("serial://ttyUSB0", "three slashes"),
        ("usb:lp0", "three slashes"),
        ("file:", "no path"),
        ("memory:roll", "nothing may follow"),
    ],
)
def test_a_wrong_address_says_what_is_wrong_and_shows_good_ones(url: str, problem: str) -> None:
    with pytest.raises(PrinterAddressError) as refused:
        wire_of(url, PAPER)
    assert problem in str(refused.value)
    assert "tcp://10.0.0.9:9100" in str(refused.value)


def test_only_serial_lines_are_slow() -> None:
    assert link_of("serial:///dev/ttyS0") is Link.SERIAL
    assert link_of("serial:///dev/ttyS0?baud=57600") is Link.SERIAL
    assert link_of("serial:///dev/ttyS0?baud=38400") is Link.SLOW
    assert link_of("serial:///dev/ttyS0?baud=9600") is Link.SLOW
    assert {link_of(url) for url in ("tcp://a", "usb:///dev/usb/lp0", "file:x", "memory:")} == {Link.FAST}


def test_a_paper_without_a_profile_is_refused_with_those_there_are() -> None:
    with pytest.raises(PaperWidthError, match="112 mm is not supported; 58 and 80 mm are"):
        paper_of(112)


def test_what_an_address_says_of_the_unit_is_read_and_a_wrong_word_refused() -> None:
    plain, told = told_by("serial:///dev/ttyS0?baud=9600&qr=own")
    assert plain == "serial:///dev/ttyS0?baud=9600"
    assert told.native_qr.yes
    assert isinstance(wire_of("tcp://10.0.0.9?art=none", paper_of(80)), NetworkWire)
    with pytest.raises(PrinterAddressError, match="qr must be one of own, picture"):
        wire_of("tcp://10.0.0.9?qr=yes", paper_of(80))
