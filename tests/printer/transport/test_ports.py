"""The ports of a machine, from what its kernel tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from printer.transport.ports import Port, found_ports, unit_key, usb_port


@pytest.fixture
def machine(tmp_path: Path) -> tuple[Path, Path]:
    """Devices and kernel files of a machine with two USB printers, an adapter, one real UART and one empty one."""
    dev, sys = tmp_path / "dev", tmp_path / "sys"
    for name in ("usb/lp0", "usb/lp10", "usb/lp2", "ttyUSB0", "ttyS0", "ttyS1", "tty7"):
        (dev / name).parent.mkdir(parents=True, exist_ok=True)
        (dev / name).touch()
    (dev / "serial/by-id").mkdir(parents=True)
    (dev / "serial/by-id/usb-FTDI_FT232R_A1-if00-port0").symlink_to(dev / "ttyUSB0")
    first = a_device(sys, "usbmisc/lp0", "usb1/1-2/1-2:1.0", {"manufacturer": "x", "product": "y"})
    (first / "ieee1284_id").write_text("MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;SN:X4T1;\n")
    a_device(sys, "usbmisc/lp2", "usb1/1-3/1-3:1.0", {"manufacturer": "STMicro", "product": "POS58", "serial": "77"})
    a_device(
        sys, "tty/ttyUSB0", "usb1/1-4/1-4:1.0/ttyUSB0", {"manufacturer": "FTDI", "product": "FT232R", "serial": "A1"}
    )
    for name, kind in (("ttyS0", "4"), ("ttyS1", "0")):
        (sys / "class/tty" / name).mkdir()
        (sys / "class/tty" / name / "type").write_text(f"{kind}\n")
    return dev, sys


def a_device(sys: Path, name: str, place: str, names: dict[str, str]) -> Path:
    device = sys / "devices" / place
    device.mkdir(parents=True)
    unit = sys / "devices" / "/".join(place.split("/")[:2])
    for key, value in {"idVendor": "0483", **names}.items():
        (unit / key).write_text(f"{value}\n")
    (sys / "class" / name).mkdir(parents=True)
    (sys / "class" / name / "device").symlink_to(device)
    return device


def test_each_port_is_described_and_empty_ones_are_left_out(machine: tuple[Path, Path]) -> None:
    dev, sys = machine
    assert found_ports(dev, sys) == [
        Port(f"usb://{dev}/usb/lp0", "EPSON TM-T20III, speaks ESC/POS", "X4T1"),
        Port(f"usb://{dev}/usb/lp2", "STMicro POS58", "77"),
        Port(f"usb://{dev}/usb/lp10", "USB printer that does not say its name"),
        Port(
            f"serial://{dev}/serial/by-id/usb-FTDI_FT232R_A1-if00-port0?baud=115200",
            "serial port ttyUSB0: FTDI FT232R",
            "A1",
        ),
        Port(f"serial://{dev}/ttyS0?baud=115200", "serial port ttyS0"),
    ]


def test_a_machine_without_ports_has_none(tmp_path: Path) -> None:
    assert found_ports(tmp_path, tmp_path) == []


def test_a_usb_printer_is_the_same_unit_at_whatever_plug(machine: tuple[Path, Path]) -> None:
    dev, sys = machine
    assert unit_key(f"usb://{dev}/usb/lp0", sys) == "usb EPSON TM-T20III X4T1"
    assert unit_key(f"usb://{dev}/usb/lp10", sys) == f"usb {dev}/usb/lp10"
    assert usb_port(dev / "usb/lp2", sys).serial == "77"
    (dev / "ticket-printer").symlink_to(dev / "usb/lp0")  # as a udev rule makes it
    assert unit_key(f"usb://{dev}/ticket-printer", sys) == "usb EPSON TM-T20III X4T1"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("tcp://10.0.0.9", "tcp 10.0.0.9:9100"),
        ("tcp://10.0.0.9:9101", "tcp 10.0.0.9:9101"),
        ("serial:///dev/ttyUSB0?baud=9600", "serial /dev/ttyUSB0"),
        ("memory:", "memory "),
    ],
)
def test_all_else_is_known_by_where_it_is_connected(url: str, key: str, tmp_path: Path) -> None:
    assert unit_key(url, tmp_path) == key
