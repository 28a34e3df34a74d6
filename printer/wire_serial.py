"""Send to a printer on a serial line."""

from __future__ import annotations

import termios
import time

import serial

from printer.descriptor import open_error, read_some, write_some
from printer.wire import Fault, WireError


class SerialWire:
    """A serial port at 8N1, opened exclusively.

    Hardware flow control is left off: many halls have three-wire cables, on which it would block for ever. The window
    of unconfirmed bytes takes its place.
    """

    two_way = True

    def __init__(self, path: str, baud: int) -> None:
        self._path, self._baud = path, baud
        self._port: serial.Serial | None = None

    @property
    def address(self) -> str:
        """The port and its speed."""
        return f"{self._path} at {self._baud} baud"

    def open(self) -> None:
        """Open the port for this program alone and drop what an earlier job left in it."""
        self.close()
        try:
            port = serial.Serial(self._path, self._baud, timeout=0, write_timeout=0, exclusive=True)
        except serial.SerialException as error:
            raise _port_error(self._path, error) from error
        except (OSError, termios.error) as error:
            raise WireError(Fault.UNREACHABLE, f"{self._path} is not a serial port: {error}") from error
        port.reset_input_buffer()
        port.reset_output_buffer()
        self._port = port

    def write(self, data: bytes, timeout_s: float) -> int:
        """Send what the port takes within the time."""
        return write_some(self._open_port().fileno(), data, timeout_s, self._path)

    def read(self, timeout_s: float) -> bytes:
        """Return what the printer said. A port that is readable with nothing in it has been pulled out."""
        return read_some(self._open_port().fileno(), timeout_s, self._path, empty_is_gone=True)

    def now(self) -> float:
        """Seconds of the system's monotonic clock."""
        return time.monotonic()

    def close(self) -> None:
        """Close the port."""
        if self._port is not None:
            self._port.close()
            self._port = None

    def _open_port(self) -> serial.Serial:
        if self._port is None:
            raise WireError(Fault.UNREACHABLE, f"{self._path} is not open")
        return self._port


def _port_error(path: str, error: serial.SerialException) -> WireError:
    if "exclusively lock" in str(error):
        return WireError(Fault.IN_USE, f"{path} is in use by another program")
    return open_error(path, OSError(error.errno, str(error)) if error.errno else OSError(str(error)))
