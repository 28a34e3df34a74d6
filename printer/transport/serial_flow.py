"""Flow control of a serial line: what the cable carries, and how to wait for a printer that says it is full.

What holds a sender back differs by cable: RTS/CTS (the kernel does it), DTR/DSR (no kernel does it: the sender looks
before each few bytes), XON/XOFF (the kernel does it), or nothing. In each case at most 3,000 bytes are unconfirmed, so
a cable of three wires loses nothing either, as long as the printer answers.
"""

from __future__ import annotations

import errno
import fcntl
import struct
import termios
from enum import StrEnum
from typing import Protocol

import serial

from printer.transport.wire import Fault, WireError


class Flow(StrEnum):
    """What holds the sender back. AUTO looks at the port: CTS raised means that the wire is there."""

    AUTO = "auto"
    RTS_CTS = "rtscts"
    DTR_DSR = "dsrdtr"
    XON_XOFF = "xonxoff"
    NONE = "none"


class Lines(Protocol):
    """The modem lines of a port; reading one raises OSError on a port that has none, as a pseudo-terminal."""

    @property
    def cts(self) -> bool:
        """Whether the printer raises the wire that RTS/CTS goes by."""

    @property
    def dsr(self) -> bool:
        """Whether the printer raises the wire that DTR/DSR goes by."""


def flow_of(wanted: Flow, lines: Lines) -> Flow:
    """Return the flow control to use: what was asked for, or for AUTO what the port shows.

    A line asked for that the port does not have at all is refused: it would be believed to be there.
    """
    if wanted in (Flow.NONE, Flow.XON_XOFF):
        return wanted
    try:
        cts, dsr = lines.cts, lines.dsr
    except OSError as error:
        if wanted is Flow.AUTO:
            return Flow.NONE
        text = f"the port has no wires for flow={wanted}: leave it out, or give flow=none or flow=xonxoff"
        raise WireError(Fault.UNREACHABLE, text) from error
    if wanted is Flow.AUTO:
        return Flow.RTS_CTS if cts else Flow.NONE
    if not (cts if wanted is Flow.RTS_CTS else dsr):
        text = f"the printer does not raise the wire that flow={wanted} goes by: it is off, or the cable lacks the wire"
        raise WireError(Fault.UNREACHABLE, text)
    return wanted


def switch_on(port: serial.Serial, flow: Flow) -> None:
    """Tell the kernel what to wait for; DTR/DSR is not its business."""
    port.rtscts, port.xonxoff = flow is Flow.RTS_CTS, flow is Flow.XON_XOFF


def still_queued(descriptor: int) -> int:
    """Return how many bytes the kernel still holds; 0 where it does not tell."""
    try:
        return int(struct.unpack("I", fcntl.ioctl(descriptor, termios.TIOCOUTQ, bytes(4)))[0])
    except OSError as error:
        if error.errno in (errno.ENOTTY, errno.EINVAL):
            return 0
        raise
