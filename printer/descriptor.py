"""Reading and writing a device file without ever waiting longer than asked."""

from __future__ import annotations

import errno
import os
import select
import time

from printer.wire import Fault, WireError

_OPEN_FAULTS = {
    errno.ENOENT: (Fault.MISSING, "there is no {path}: is the printer plugged in and on?"),
    errno.ENODEV: (Fault.MISSING, "nothing is connected at {path}"),
    errno.ENXIO: (Fault.MISSING, "nothing is connected at {path}"),
    errno.EACCES: (Fault.FORBIDDEN, "no permission for {path}: add this user to the group that owns it"),
    errno.EPERM: (Fault.FORBIDDEN, "no permission for {path}: add this user to the group that owns it"),
    errno.EBUSY: (Fault.IN_USE, "{path} is in use by another program"),
}


def open_error(path: str, error: OSError) -> WireError:
    """Return the wire error for a device that does not open."""
    fault, text = _OPEN_FAULTS.get(error.errno or 0, (Fault.UNREACHABLE, "{path} does not open: {reason}"))
    return WireError(fault, text.format(path=path, reason=error.strerror))


def write_some(descriptor: int, data: bytes, timeout_s: float, path: str) -> int:
    """Write what a non-blocking device takes within the time; returns how many bytes. Raises WireError."""
    sent, end = 0, time.monotonic() + timeout_s
    try:
        while sent < len(data):
            if not select.select([], [descriptor], [], max(0.0, end - time.monotonic()))[1]:
                break
            try:
                sent += os.write(descriptor, data[sent:])
            except BlockingIOError:
                continue
    except OSError as error:
        raise WireError(Fault.UNPLUGGED, f"{path} went away while writing: {error.strerror}") from error
    return sent


def read_some(descriptor: int, timeout_s: float, path: str, *, empty_is_gone: bool) -> bytes:
    """Return what a device said within the time, empty when nothing. Raises WireError.

    `empty_is_gone`: a device that is ready to be read and has nothing to read has been pulled out.
    """
    try:
        if not select.select([descriptor], [], [], max(0.0, timeout_s))[0]:
            return b""
        said = os.read(descriptor, 4096)
    except BlockingIOError:
        return b""
    except OSError as error:
        raise WireError(Fault.UNPLUGGED, f"{path} went away while reading: {error.strerror}") from error
    if empty_is_gone and not said:
        raise WireError(Fault.UNPLUGGED, f"{path} went away: nothing is connected to it any more")
    return said
