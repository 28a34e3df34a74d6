"""Printer addresses: from a URL to the wire behind it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from printer.address_options import OptionError, split_options
from printer.escpos.capabilities import Abilities
from printer.profiles import Link, PaperProfile
from printer.transport.wire import Wire

EXAMPLES = "usb:///dev/usb/lp0, serial:///dev/ttyUSB0?baud=115200, tcp://10.0.0.9:9100, file:ticket.bin, memory:"
_ENDLESS_MM = 1e8
BAUD_RATES = (9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600)
SERIAL_FROM_BAUD = 57600
"""From here on a serial line keeps up with pictures; below, values go as text in the printer's own font."""


class PrinterAddressError(ValueError):
    """The address names no printer; the text says what is wrong and shows good ones."""

    def __init__(self, url: str, problem: str) -> None:
        super().__init__(f"printer address {url!r}: {problem}. Examples: {EXAMPLES}")


def wire_of(url: str, paper: PaperProfile) -> Wire:
    """Return the closed wire for an address; raises PrinterAddressError."""
    url, _ = told_by(url)
    scheme, _, rest = url.partition(":")
    match scheme:
        case "tcp":
            return _tcp(url)
        case "serial":
            return _serial(url)
        case "usb":
            return _usb(url)
        case "file":
            return _file(url, rest)
        case "memory":
            return _memory(url, rest, paper)
    raise PrinterAddressError(url, "unknown kind" if rest or ":" in url else "no kind before the colon")


def told_by(url: str) -> tuple[str, Abilities]:
    """Return the address without its options about the unit, and what they say of it; raises PrinterAddressError."""
    try:
        plain, told = split_options(url)
    except OptionError as error:
        raise PrinterAddressError(url, str(error)) from error
    return plain, Abilities(**told)


def link_of(url: str) -> Link:
    """Return how fast bytes go to this address; of a serial line its baud rate tells."""
    if not url.startswith("serial:"):
        return Link.FAST
    baud = parse_qs(urlsplit(url).query).get("baud", ["115200"])[-1]
    return Link.SERIAL if baud.isdigit() and int(baud) >= SERIAL_FROM_BAUD else Link.SLOW


def _tcp(url: str) -> Wire:
    from printer.transport.network_wire import NetworkWire

    parts = urlsplit(url)
    try:
        port = parts.port if parts.port is not None else 9100
    except ValueError as error:
        raise PrinterAddressError(url, "the port is not a number between 1 and 65535") from error
    if not parts.hostname or port == 0:
        raise PrinterAddressError(url, "no host" if not parts.hostname else "port 0")
    return NetworkWire(parts.hostname, port)


def _serial(url: str) -> Wire:
    from printer.transport.serial_flow import Flow
    from printer.transport.serial_wire import SerialWire

    parts = urlsplit(url)
    query = parse_qs(parts.query, keep_blank_values=True)
    unknown = set(query) - {"baud", "flow"}
    if unknown:
        raise PrinterAddressError(url, f"unknown setting {', '.join(sorted(unknown))}")
    baud = query.get("baud", ["115200"])[-1]
    if not baud.isascii() or not baud.isdigit() or int(baud) not in BAUD_RATES:
        raise PrinterAddressError(url, f"baud must be one of {', '.join(map(str, BAUD_RATES))}")
    flow = query.get("flow", [Flow.AUTO.value])[-1]
    if flow not in {known.value for known in Flow}:
        raise PrinterAddressError(url, f"flow must be one of {', '.join(known.value for known in Flow)}")
    return SerialWire(_device(url), int(baud), Flow(flow))


def _usb(url: str) -> Wire:
    from printer.transport.usb_wire import UsbWire

    return UsbWire(_device(url))


def _device(url: str) -> str:
    parts = urlsplit(url)
    if parts.netloc or not parts.path.startswith("/") or parts.path == "/":
        raise PrinterAddressError(url, "the device path must follow three slashes")
    return parts.path


def _file(url: str, rest: str) -> Wire:
    from printer.transport.file_wire import FileWire

    path = rest[2:] if rest.startswith("///") else rest
    if not path or path.startswith("//"):
        raise PrinterAddressError(url, "no path")
    return FileWire(path)


def _memory(url: str, rest: str, paper: PaperProfile) -> Wire:
    from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire

    if rest:
        raise PrinterAddressError(url, "nothing may follow memory:")
    # Nobody can put a new roll into it from outside, so this one does not end within a demo's life.
    return MemoryWire(MemoryPrinter(Build(dots=paper.dots, roll_mm=_ENDLESS_MM)))
