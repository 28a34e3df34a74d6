"""The printers and ports of this machine, as the kernel describes them. Opens no device, so it disturbs none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SYS = Path("/sys")
DEV = Path("/dev")


@dataclass(frozen=True, slots=True)
class Port:
    """A device that may be a printer. `serial` is the unit's own serial number, empty when it has none."""

    url: str
    description: str
    serial: str = ""


def found_ports(dev: Path = DEV, sys: Path = SYS) -> list[Port]:
    """Return the USB printers and the serial ports, each by the name that stays when plugs are changed."""
    return [*_usb_printers(dev, sys), *_serial_ports(dev, sys)]


def usb_port(path: Path, sys: Path = SYS) -> Port:
    """Describe one /dev/usb/lp*, or a link to one, by its IEEE 1284 id, else by its USB names."""
    device = sys / "class" / "usbmisc" / path.resolve().name / "device"
    names = parse_device_id(_line(device / "ieee1284_id"))
    parent = device.resolve().parent
    maker = names.get("manufacturer") or _line(parent / "manufacturer")
    model = names.get("model") or _line(parent / "product")
    serial = names.get("serial") or _line(parent / "serial")
    commands = names.get("commands", "")
    speaks = f", speaks {commands}" if commands else ""
    text = " ".join(part for part in (maker, model) if part) or "USB printer that does not say its name"
    return Port(f"usb://{path}", text + speaks, serial)


def unit_key(url: str, sys: Path = SYS) -> str:
    """Return by what a unit is remembered: a USB printer by its serial number, all else by where it is connected."""
    parts = urlsplit(url)
    if parts.scheme == "usb":
        port = usb_port(Path(parts.path), sys)
        return f"usb {port.description.split(',')[0]} {port.serial}" if port.serial else f"usb {parts.path}"
    if parts.scheme == "tcp":
        return f"tcp {parts.hostname}:{parts.port or 9100}"
    return f"{parts.scheme} {parts.path}"


_KEYS = {
    "MFG": "manufacturer", "MANUFACTURER": "manufacturer", "MDL": "model", "MODEL": "model",
    "SN": "serial", "SERN": "serial", "SERIALNUMBER": "serial", "CMD": "commands", "COMMAND SET": "commands",
}  # fmt: skip


def parse_device_id(text: str) -> dict[str, str]:
    """Return manufacturer, model, serial and commands of an IEEE 1284 device id, as far as it has them.

    >>> parse_device_id("MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;SN:X4T1;")
    {'manufacturer': 'EPSON', 'commands': 'ESC/POS', 'model': 'TM-T20III', 'serial': 'X4T1'}
    """
    pairs = (part.split(":", 1) for part in text.split(";") if ":" in part)
    return {_KEYS[key.strip().upper()]: value.strip() for key, value in pairs if key.strip().upper() in _KEYS}


def _usb_printers(dev: Path, sys: Path) -> Iterator[Port]:
    for path in sorted((dev / "usb").glob("lp*"), key=_natural):
        yield usb_port(path, sys)


def _serial_ports(dev: Path, sys: Path) -> Iterator[Port]:
    by_id = {link.resolve(): link for link in sorted((dev / "serial" / "by-id").glob("*"))}
    for pattern in ("ttyUSB*", "ttyACM*", "ttyAMA*", "ttyS*", "tty.usb*"):
        for path in sorted(dev.glob(pattern), key=_natural):
            if pattern == "ttyS*" and not _has_uart(path, sys):
                continue
            name = by_id.get(path.resolve(), path)
            text, serial = _serial_description(path, sys)
            yield Port(f"serial://{name}?baud=115200", text, serial)


def _serial_description(path: Path, sys: Path) -> tuple[str, str]:
    device = (sys / "class" / "tty" / path.name / "device").resolve()
    for place in (device, *device.parents[:3]):
        if (place / "idVendor").exists():
            names = " ".join(text for text in (_line(place / "manufacturer"), _line(place / "product")) if text)
            return f"serial port {path.name}: {names or 'USB adapter'}", _line(place / "serial")
    return f"serial port {path.name}", ""


def _has_uart(path: Path, sys: Path) -> bool:
    """Return whether a chip stands behind /dev/ttyS*: the kernel makes more names than there are ports, of type 0."""
    return _line(sys / "class" / "tty" / path.name / "type") not in ("", "0")


def _line(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def _natural(path: Path) -> tuple[str, int]:
    digits = re.search(r"\d+$", path.name)
    return path.name.rstrip("0123456789"), int(digits.group()) if digits else -1
