"""Send to a printer on a serial line."""

from __future__ import annotations

import errno
import re
import termios
import time

import serial

from printer.transport.device_file import open_error, read_some, write_some
from printer.transport.device_holder import in_use_text
from printer.transport.serial_flow import Flow, Lines, flow_of, still_queued, switch_on
from printer.transport.serial_pacing import Pace
from printer.transport.wire import Fault, WireError

_PIECE_BYTES = 64
_LOOK_S = 0.002


class SerialWire:
    """A serial port at 8N1, opened exclusively.

    With three wires only the window of unconfirmed bytes slows the sender; `flow` says what else does, see
    wire_serial_flow. `lines` stands in for the port's modem lines, which a pseudo-terminal lacks.
    """

    two_way = True

    def __init__(self, path: str, baud: int, flow: Flow = Flow.AUTO, lines: Lines | None = None) -> None:
        self._path, self._baud = path, baud
        self._wanted, self._flow = flow, Flow.NONE
        self._pace = Pace(baud)
        self._lines = lines
        self._port: serial.Serial | None = None

    @property
    def address(self) -> str:
        """The port and its speed."""
        return f"{self._path} at {self._baud} baud"

    @property
    def flow(self) -> Flow:
        """The flow control in use since the port was opened."""
        return self._flow

    def open(self) -> None:
        """Open the port for this program alone and drop what an earlier attempt left in it."""
        self.close()
        try:
            port = serial.Serial(self._path, self._baud, timeout=0, write_timeout=0, exclusive=True)
        except (OSError, termios.error) as error:
            raise _port_error(self._path, error) from error
        try:
            self._flow = flow_of(self._wanted, self._lines or port)
            switch_on(port, self._flow)
            port.reset_input_buffer()
            port.reset_output_buffer()
        except WireError as error:
            port.close()
            raise WireError(error.fault, f"{self._path}: {error}") from error
        except (OSError, termios.error) as error:
            port.close()
            raise _port_error(self._path, error) from error
        self._port = port

    def write(self, data: bytes, timeout_s: float) -> int:
        """Send what the port takes within the time."""
        descriptor = self._open_port().fileno()
        if self._flow is not Flow.DTR_DSR:
            return self._write_in_time(descriptor, data, self.now() + timeout_s)
        return self._write_by_dsr(descriptor, data, self.now() + timeout_s)

    def _write_in_time(self, descriptor: int, data: bytes, end: float) -> int:
        """Send no faster than the line is; what holds the printer back beyond that is the kernel's business."""
        sent = 0
        while sent < len(data):
            room = self._pace.room(self.now())
            if room:
                taken = write_some(descriptor, data[sent : sent + room], end - self.now(), self._path)
                self._pace.handed(taken, self.now())
                sent += taken
            left = end - self.now()
            if sent == len(data) or left <= 0:
                break
            time.sleep(min(left, self._pace.wait_s(self.now())))
        return sent

    def _write_by_dsr(self, descriptor: int, data: bytes, end: float) -> int:
        """Send a few bytes at a time while the printer raises DSR; what the kernel has is on its way."""
        sent, lines = 0, self._lines or self._open_port()
        while sent < len(data):
            try:
                free = lines.dsr and still_queued(descriptor) == 0
            except OSError as error:
                raise WireError(Fault.UNPLUGGED, f"{self._path} went away: check its cable and power") from error
            if free:
                sent += write_some(descriptor, data[sent : sent + _PIECE_BYTES], end - self.now(), self._path)
            elif self.now() >= end:
                break
            else:
                time.sleep(_LOOK_S)
        return sent

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


def _port_error(path: str, error: Exception) -> WireError:
    """Return the wire error behind what pyserial says, which hides the number of the cause in its text."""
    if "exclusively lock" in str(error):
        return WireError(Fault.IN_USE, in_use_text(path))
    number = error.errno if isinstance(error, OSError) and error.errno else None
    if number is None:
        shown = re.search(r"[(\[](?:Errno )?(\d+)", str(error))
        number = int(shown.group(1)) if shown else None
    if number in (errno.EINVAL, errno.ENOTTY):
        number = errno.ENOTTY
    return open_error(path, OSError(number, str(error)) if number else OSError(str(error)))
