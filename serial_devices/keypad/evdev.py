r"""A USB number pad as a line of words: the kernel's input events, taken for this program alone (Linux).

The pad's keys reach no other program while it is open, so that no number is typed into whatever has the focus.

>>> words(_EVENT.pack(0, 0, EV_KEY, 79, PRESSED) + _EVENT.pack(0, 0, EV_KEY, 79, 0))
b'KP1\n'
"""

from __future__ import annotations

import os
import select
import struct
import sys
from urllib.parse import urlsplit

from serial_devices.errors import DeviceAddressError, LineError, LineFault

EV_KEY, PRESSED = 1, 1
_EVENT = struct.Struct("llHHi")
"""struct input_event: seconds, microseconds, type, code, value."""
_GRAB = 0x40044590
"""EVIOCGRAB."""
_NAMES = {
    82: "KP0", 79: "KP1", 80: "KP2", 81: "KP3", 75: "KP4", 76: "KP5", 77: "KP6", 71: "KP7", 72: "KP8", 73: "KP9",
    96: "KPENTER", 78: "KPPLUS", 74: "KPMINUS", 55: "KPASTERISK", 98: "KPSLASH", 83: "KPDOT",
    28: "ENTER", 14: "BACKSPACE", 15: "TAB", 1: "ESC", 103: "UP", 108: "DOWN",
    **{code: str(code - 1) for code in range(2, 11)}, 11: "0",
}  # fmt: skip
"""Key codes of linux/input-event-codes.h; a key that is not here (NumLock) says nothing."""


def evdev_path(url: str) -> str | None:
    """Return the device of `evdev:///dev/input/by-id/…`, None for another kind of address.

    Raise DeviceAddressError where there is no such device on this system.
    """
    if not url.startswith("evdev:"):
        return None
    path = urlsplit(url).path
    if not path.startswith("/"):
        raise DeviceAddressError(f"{url}: the device is missing, as in evdev:///dev/input/by-id/usb-…-event-kbd")
    if sys.platform != "linux":
        raise DeviceAddressError(f"{url}: number pads are read on Linux only; use a serial keypad")
    return path


def words(events: bytes) -> bytes:
    """Return the names of the keys that go down in `events`, one a line; repeats and releases say nothing."""
    whole = len(events) - len(events) % _EVENT.size
    downs = [code for _, _, kind, code, value in _EVENT.iter_unpack(events[:whole]) if (kind, value) == (1, 1)]
    return b"".join(f"{_NAMES[code]}\n".encode() for code in downs if code in _NAMES)


class EvdevLine:
    """The number pad as a Line."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor: int | None = None

    def __str__(self) -> str:
        """Return the device as people know it."""
        return self._path

    def open(self) -> None:
        """Open the pad and take its keys for this program alone."""
        self.close()
        try:
            self._descriptor = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK)
            self._take_for_us(self._descriptor)
        except PermissionError as error:
            raise LineError(LineFault.FORBIDDEN, f"no permission for {self._path}: add this user to input") from error
        except FileNotFoundError as error:
            raise LineError(LineFault.MISSING, f"there is no {self._path}: is the pad plugged in?") from error
        except OSError as error:
            self.close()
            raise LineError(LineFault.SETTINGS, f"{self._path} is no free number pad: {error.strerror}") from error

    def _take_for_us(self, descriptor: int) -> None:
        if sys.platform == "linux":
            import fcntl  # noqa: PLC0415

            fcntl.ioctl(descriptor, _GRAB, 1)

    def read(self, timeout_s: float) -> bytes:
        """Return the words of keys that went down."""
        descriptor = self._descriptor
        if descriptor is None:
            raise LineError(LineFault.UNPLUGGED, f"{self._path} is not open")
        try:
            if not select.select([descriptor], [], [], timeout_s)[0]:
                return b""
            events = os.read(descriptor, 64 * _EVENT.size)
        except OSError as error:
            raise LineError(LineFault.UNPLUGGED, f"{self._path} went away: {error.strerror}") from error
        if not events:
            raise LineError(LineFault.UNPLUGGED, f"{self._path} went away")
        return words(events)

    def write(self, data: bytes) -> None:
        """Say nothing: a pad does not listen."""

    def close(self) -> None:
        """Give the pad back to the system."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
