"""Send to a printer of the USB printer class through the kernel's device file."""

from __future__ import annotations

import fcntl
import os
import stat
import time

from common.text.program_name import program_name
from printer.transport.device_file import open_error, read_some, write_some
from printer.transport.device_holder import in_use_text
from printer.transport.wire import Fault, WireError

_MEMORY_DEVICES = 1
"""Linux's major number of /dev/null and its like, which take any ticket and print none."""


class UsbWire:
    """/dev/usb/lp*, opened for both ways without blocking; no libusb, nothing is detached or reset."""

    two_way = True

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def address(self) -> str:
        """The device file."""
        return self._path

    def open(self) -> None:
        """Open the device for this program alone."""
        self.close()
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        except OSError as error:
            raise open_error(self._path, error) from error
        self._descriptor = descriptor
        found = os.fstat(descriptor)
        if not stat.S_ISCHR(found.st_mode):
            self.close()
            raise WireError(Fault.MISSING, f"{self._path} is not a device; for a file use file:{self._path}")
        if os.major(found.st_rdev) == _MEMORY_DEVICES:
            self.close()
            raise WireError(
                Fault.MISSING, f"{self._path} is not a printer; {program_name()} printer list tells the ones there are"
            )
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.close()
            raise WireError(Fault.IN_USE, in_use_text(self._path)) from error
        self._drop_unread()

    def _drop_unread(self) -> None:
        while read_some(self._fd(), 0, self._path, empty_is_gone=False):
            pass

    def write(self, data: bytes, timeout_s: float) -> int:
        """Send what the device takes within the time."""
        return write_some(self._fd(), data, timeout_s, self._path)

    def read(self, timeout_s: float) -> bytes:
        """Return what the printer said.

        WORKAROUND for usblp: it reports readable with nothing to read (a zero-length packet); wait a little then.
        """
        end = self.now() + timeout_s
        while True:
            chunk = read_some(self._fd(), end - self.now(), self._path, empty_is_gone=False)
            if chunk or self.now() >= end:
                return chunk
            time.sleep(min(0.005, max(0.0, end - self.now())))

    def now(self) -> float:
        """Seconds of the system's monotonic clock."""
        return time.monotonic()

    def close(self) -> None:
        """Close the device."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _fd(self) -> int:
        if self._descriptor is None:
            raise WireError(Fault.UNREACHABLE, f"{self._path} is not open")
        return self._descriptor
