"""Send to a printer over TCP, raw port 9100 as a rule."""

from __future__ import annotations

import errno
import select
import socket
import time

from printer.transport.wire import Fault, WireError

_CONNECT_S = 1.5
_LIFE_SIGNS = {"TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 10_000}
"""Seconds of silence before the first question for life, seconds between them, how many; milliseconds that sent bytes
may stay unacknowledged. A printer that lost its power or cable is noticed within some 11 s, also by an idle kiosk."""
_REFUSALS = {
    errno.ECONNREFUSED: "it takes no connection: either another program is connected to it, or {port} is not its port",
    errno.EHOSTUNREACH: "no way leads there: check the printer's network cable and its address",
    errno.ENETUNREACH: "this machine has no network that leads there: check its own network cable",
    errno.ECONNRESET: "it closed the connection at once: another program may be connected to it",
}


class NetworkWire:
    """One TCP connection; network printers serve one at a time, so a second client is kept out by the printer."""

    two_way = True

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._socket: socket.socket | None = None

    @property
    def address(self) -> str:
        """Host and port."""
        return f"{self._host}:{self._port}"

    def open(self) -> None:
        """Connect within 1.5 s."""
        self.close()
        try:
            host = _plain(self._host)
            link = socket.create_connection((host, self._port), _CONNECT_S)  # type: ignore[arg-type]  # bytes, too
        except TimeoutError as error:
            raise WireError(
                Fault.UNREACHABLE, f"no answer from {self.address}: is the printer on and in this network?"
            ) from error
        except socket.gaierror as error:
            text = f"no host named {self._host}: give the printer's address in numbers, as its own test page prints it"
            raise WireError(Fault.MISSING, text) from error
        except OSError as error:
            raise WireError(Fault.UNREACHABLE, _cannot_connect(self.address, error)) from error
        link.setblocking(False)
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _notice_a_dead_peer(link)
        # A small send buffer keeps what the printer does not take visible to us instead of in the kernel.
        link.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        self._socket = link

    def write(self, data: bytes, timeout_s: float) -> int:
        """Send what the connection takes within the time."""
        link, sent = self._open_socket(), 0
        end = self.now() + timeout_s
        while sent < len(data):
            if not select.select([], [link], [], max(0.0, end - self.now()))[1]:
                break
            try:
                sent += link.send(data[sent:])
            except BlockingIOError:
                continue
            except OSError as error:
                raise WireError(Fault.UNPLUGGED, f"the connection to {self.address} broke: {error.strerror}") from error
        return sent

    def read(self, timeout_s: float) -> bytes:
        """Return what has arrived, waiting for the first byte at most `timeout_s`."""
        link = self._open_socket()
        if not select.select([link], [], [], max(0.0, timeout_s))[0]:
            return b""
        try:
            chunk = link.recv(4096)
        except OSError as error:
            raise WireError(Fault.UNPLUGGED, f"the connection to {self.address} broke: {error.strerror}") from error
        if not chunk:
            raise WireError(Fault.UNPLUGGED, f"{self.address} closed the connection")
        return chunk

    def now(self) -> float:
        """Seconds of the system's monotonic clock."""
        return time.monotonic()

    def close(self) -> None:
        """Close the connection."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _open_socket(self) -> socket.socket:
        if self._socket is None:
            raise WireError(Fault.UNREACHABLE, f"not connected to {self.address}")
        return self._socket


def _notice_a_dead_peer(link: socket.socket) -> None:
    """Have the kernel break a connection whose other end is gone; where it lacks an option, writes time out instead."""
    link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _LIFE_SIGNS.items():
        option = getattr(socket, name, None)
        if option is not None:
            link.setsockopt(socket.IPPROTO_TCP, option, value)


def _cannot_connect(address: str, error: OSError) -> str:
    reason = _REFUSALS.get(error.errno or 0, error.strerror or str(error))
    return f"cannot connect to {address}: {reason.format(port=address.rpartition(':')[2])}"


def _plain(host: str) -> str | bytes:
    """Return a host as it is looked up: for a text Python loads the tables of all international names, 1 MB."""
    return host.encode("ascii") if host.isascii() else host
