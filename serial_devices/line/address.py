"""Read the address of a device on a serial line: where it is, its speed and form, and what is for the device itself.

>>> address = read_serial_address("serial:///dev/ttyS1?baud=2400&parity=E&bits=7&model=evs", own=("model",))
>>> address.path, address.baud, address.parity, address.bits, address.own
('/dev/ttyS1', 2400, 'E', 7, {'model': 'evs'})
>>> read_serial_address("serial://COM3").path
'COM3'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from serial_devices.errors import DeviceAddressError

LOWEST_BAUD, HIGHEST_BAUD = 300, 921_600
EXAMPLE = "serial:///dev/ttyS1?baud=9600, on Windows serial://COM3?baud=9600"


@dataclass(frozen=True)
class SerialAddress:
    """A serial port. `rs485`: the port itself switches between sending and listening; an adapter that does needs none.

    `own` holds the options that are the device's and not the line's.
    """

    path: str
    baud: int = 9600
    bits: int = 8
    parity: str = "N"
    stop: int = 1
    rs485: bool = False
    own: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the port as people know it."""
        return f"{self.path} at {self.baud} baud"


def read_serial_address(url: str, *, own: tuple[str, ...] = (), baud: int = 9600, stop: int = 1) -> SerialAddress:
    """Return the address; raise DeviceAddressError with all problems. `own` names the options of the device."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise DeviceAddressError(f"{url}: {error}; expected an address like {EXAMPLE}") from error
    if parts.scheme != "serial":
        raise DeviceAddressError(f"{url}: expected an address like {EXAMPLE}")
    problems = [] if parts.netloc + parts.path else [f"{url}: the port is missing, as in {EXAMPLE}"]
    taken: dict[str, Any] = {"baud": baud, "stop": stop}
    own_options: dict[str, str] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name in own:
            own_options[name] = value
        elif name not in _READ:
            known = ", ".join([*_READ, *own])
            problems.append(f"{url}: no option {name}; known are {known}")
        else:
            read = _READ[name](value)
            if read is None:
                problems.append(f"{url}: {name}={value}: expected {_EXPECTED[name]}")
            else:
                taken[name] = read
    if problems:
        raise DeviceAddressError("\n".join(problems))
    return SerialAddress(parts.netloc + parts.path, **taken, own=own_options)


def _baud(text: str) -> int | None:
    good = text.isascii() and text.isdigit() and LOWEST_BAUD <= int(text[:9]) <= HIGHEST_BAUD
    return int(text) if good else None


def _one_of(*values: object) -> Mapping[str, Any]:
    return {str(value): value for value in values}


_BITS, _STOP, _PARITY = _one_of(7, 8), _one_of(1, 2), _one_of("N", "E", "O")
_YES_NO = {"1": True, "0": False}
_READ: Mapping[str, Callable[[str], Any]] = {
    "baud": _baud,
    "bits": _BITS.get,
    "parity": lambda text: _PARITY.get(text.upper()),
    "stop": _STOP.get,
    "rs485": _YES_NO.get,
}
_EXPECTED = {
    "baud": f"a speed from {LOWEST_BAUD} to {HIGHEST_BAUD}",
    "bits": "7 or 8",
    "parity": "N, E or O",
    "stop": "1 or 2",
    "rs485": "1 or 0",
}
