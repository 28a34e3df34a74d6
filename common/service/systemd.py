"""Tell systemd that a service is up and alive: the sd_notify protocol, one datagram a message.

`NOTIFY_SOCKET` names the socket and `WATCHDOG_USEC` the longest silence in microseconds. Without them nothing is sent.
Source: the manual pages sd_notify(3) and sd_watchdog_enabled(3).
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Mapping

READY = "READY=1"
ALIVE = "WATCHDOG=1"
MESSAGES_WITHIN = 4
"""Messages in the longest silence: one that is late or lost does not end the program."""


def notify(message: str, environ: Mapping[str, str] = os.environ) -> None:
    """Send one message to systemd, or to the keeper that listens in its place; nothing happens where nobody listens."""
    place = environ.get("NOTIFY_SOCKET", "")
    if not place or not hasattr(socket, "AF_UNIX"):
        return
    # A listener that is gone or busy is no reason to end: it has its own way of seeing that.
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.setblocking(False)
        sender.sendto(message.encode(), place.replace("@", "\0", 1) if place[0] == "@" else place)


def watchdog_interval_s(environ: Mapping[str, str] = os.environ) -> float | None:
    """Return the seconds between two messages that the program lives, or None where nobody watches.

    >>> watchdog_interval_s({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "8000000"})
    2.0
    >>> watchdog_interval_s({"WATCHDOG_USEC": "8000000"})
    """
    silence = environ.get("WATCHDOG_USEC", "")
    if not environ.get("NOTIFY_SOCKET") or not (silence.isascii() and silence.isdigit()) or int(silence) == 0:
        return None
    return int(silence) / 1e6 / MESSAGES_WITHIN
