"""Reading and writing a device file without ever waiting longer than asked."""

from __future__ import annotations

import errno
import os
import select
import time

from common.text.program_name import program_name
from printer.transport.device_holder import forbidden_text, in_use_text
from printer.transport.wire import Fault, WireError

_OPEN_FAULTS = {
    errno.ENOENT: (Fault.MISSING, "there is no {path}: is the printer plugged in and on?"),
    errno.ENODEV: (Fault.MISSING, "nothing is connected at {path}: plug the printer in and switch it on"),
    errno.ENXIO: (Fault.MISSING, "nothing is connected at {path}: plug the printer in and switch it on"),
    errno.EIO: (Fault.UNREACHABLE, "{path} is there but does not work: pull its plug and put it back"),
    errno.ENOTTY: (
        Fault.MISSING,
        f"{{path}} is not a serial port; {program_name()} printer list tells the ones there are",
    ),
    errno.EISDIR: (
        Fault.MISSING,
        f"{{path}} is a folder and no device; {program_name()} printer list tells the ones there are",
    ),
}


def open_error(path: str, error: OSError) -> WireError:
    """Return the wire error for a device that does not open."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return WireError(Fault.FORBIDDEN, forbidden_text(path))
        case errno.EBUSY | errno.EWOULDBLOCK:
            return WireError(Fault.IN_USE, in_use_text(path))
    reason = error.strerror or str(error) or "the system does not say why"
    fault, text = _OPEN_FAULTS.get(error.errno or 0, (Fault.UNREACHABLE, "{path} does not open: {reason}"))
    return WireError(fault, text.format(path=path, reason=reason))


def write_some(descriptor: int, data: bytes, timeout_s: float, path: str) -> int:
    """Write what a non-blocking device takes within the time; returns how many bytes. Raises WireError."""
    sent, end = 0, time.monotonic() + max(0.0, timeout_s)
    try:
        while sent < len(data):
            if not select.select([], [descriptor], [], max(0.0, end - time.monotonic()))[1]:
                break
            try:
                sent += os.write(descriptor, data[sent:])
            except BlockingIOError:
                continue
    except OSError as error:
        raise WireError(
            Fault.UNPLUGGED, f"{path} went away while writing ({error.strerror}): check its cable and power"
        ) from error
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
        raise WireError(
            Fault.UNPLUGGED, f"{path} went away while reading ({error.strerror}): check its cable and power"
        ) from error
    if empty_is_gone and not said:
        raise WireError(
            Fault.UNPLUGGED, f"{path} went away: nothing is connected to it any more, check its cable and power"
        )
    return said
