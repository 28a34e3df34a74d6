"""One serial line: opened for this program alone, never waited for longer than asked."""

from __future__ import annotations

import contextlib
import sys
from typing import Protocol

import serial
from serial.rs485 import RS485Settings

from serial_devices.errors import LineError, LineFault
from serial_devices.line.address import SerialAddress

if sys.platform == "win32":
    _OPEN_ERRORS: tuple[type[Exception], ...] = (OSError, ValueError)
else:
    import termios

    # termios.error is no OSError, and pyserial lets it through.
    _OPEN_ERRORS = (OSError, ValueError, termios.error)

WRITE_S = 2.0
"""A line that does not take a frame within this is stuck: 64 bytes at 300 baud."""


class Line(Protocol):
    """Bytes to and from one device. One thread at a time."""

    def open(self) -> None:
        """Open it, or open it again; raises LineError."""

    def read(self, timeout_s: float) -> bytes:
        """Return what came, empty when nothing came in that time; raises LineError."""

    def write(self, data: bytes) -> None:
        """Send all of `data`; raises LineError."""

    def close(self) -> None:
        """Let go of it; never raises, may be called twice."""


class SerialLine:
    """A serial port as a Line."""

    def __init__(self, address: SerialAddress, *, write_s: float = WRITE_S) -> None:
        self.address = address
        self._write_s = write_s
        self._port: serial.Serial | None = None

    def __str__(self) -> str:
        """Return the port as people know it."""
        return str(self.address)

    def open(self) -> None:
        """Open the port exclusively and drop what was said before."""
        self.close()
        given = self.address
        port = serial.Serial()
        port.port, port.baudrate, port.bytesize, port.parity = given.path, given.baud, given.bits, given.parity
        port.stopbits, port.timeout, port.write_timeout, port.exclusive = given.stop, 0, self._write_s, True
        try:
            port.open()
            port.reset_input_buffer()
        except _OPEN_ERRORS as error:
            raise _open_error(given.path, error) from error
        self._port = port
        if given.rs485:
            self._take_turns(port)

    def _take_turns(self, port: serial.Serial) -> None:
        try:
            port.rs485_mode = RS485Settings()
        except _OPEN_ERRORS as error:
            self.close()
            raise LineError(
                LineFault.SETTINGS,
                f"{self.address.path} has no RS-485 mode: use an adapter with automatic direction and leave "
                f"rs485=1 out ({error})",
            ) from error

    def read(self, timeout_s: float) -> bytes:
        """Return what came as soon as something did. A port that is ready with nothing in it was pulled out."""
        port = self._opened()
        try:
            port.timeout = timeout_s
            first: bytes = port.read(1)
            if not first:
                return b""
            port.timeout = 0
            return first + bytes(port.read(4096))
        except _OPEN_ERRORS as error:
            raise self._gone("reading", error) from error

    def write(self, data: bytes) -> None:
        """Send all of `data`."""
        port = self._opened()
        try:
            port.write(data)
        except serial.SerialTimeoutException as error:
            raise LineError(
                LineFault.STUCK, f"{self.address.path} takes no more data: look at its cable and flow control"
            ) from error
        except _OPEN_ERRORS as error:
            raise self._gone("writing", error) from error

    def close(self) -> None:
        """Close the port."""
        port, self._port = self._port, None
        if port is not None:
            # A port that was pulled out may fail once more; there is nothing left to lose.
            with contextlib.suppress(*_OPEN_ERRORS):
                port.close()

    def _opened(self) -> serial.Serial:
        if self._port is None:
            raise LineError(LineFault.UNPLUGGED, f"{self.address.path} is not open")
        return self._port

    def _gone(self, doing: str, error: Exception) -> LineError:
        return LineError(
            LineFault.UNPLUGGED, f"{self.address.path} went away while {doing}: look at its plug and power ({error})"
        )


def _open_error(path: str, error: Exception) -> LineError:
    number, text = getattr(error, "errno", None), str(error)
    if "exclusively lock" in text or number == _BUSY:
        return LineError(LineFault.IN_USE, f"{path} is in use by another program: end it, or give another port")
    if isinstance(error, PermissionError) or number == _DENIED:
        return LineError(
            LineFault.FORBIDDEN, f"no permission for {path}: add this user to the group that owns it (dialout)"
        )
    if isinstance(error, FileNotFoundError) or number in _ABSENT:
        return LineError(LineFault.MISSING, f"there is no {path}: is the device plugged in?")
    return LineError(LineFault.SETTINGS, f"{path} does not open as a serial port: {text}")


_BUSY, _DENIED, _ABSENT = 16, 13, frozenset({2, 6, 19})
"""EBUSY, EACCES; ENOENT, ENXIO, ENODEV: pyserial wraps them in its own error, which keeps the number."""
