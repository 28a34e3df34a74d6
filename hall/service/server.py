"""Listen for the hall's callers with uvicorn: one worker, ready when it says so, live links ended before it stops."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import Callable
from ipaddress import ip_address

import uvicorn
from starlette.types import ASGIApp

from common.connection_limits import ConnectionLimits
from common.http_protocol import limited_protocol
from hall.service.live_hub import LiveHub

KEEP_ALIVE_S = 75
"""Longer than a client's pause between two taps."""
BACKLOG = 1024
_SOMEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses kept for documentation (RFC 5737, RFC 3849): nobody's, so they name the way out and no machine."""


class ListenError(Exception):
    """The address cannot be listened on; the message says why and what to do."""


class HallServer(uvicorn.Server):
    """A uvicorn server that calls `on_ready` when it answers; it ends after SIGTERM, SIGINT or `should_exit = True`."""

    def __init__(self, app: ASGIApp, hub: LiveHub, on_ready: Callable[[], None], connections: ConnectionLimits) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=limited_protocol(connections),
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                date_header=False,
                timeout_keep_alive=KEEP_ALIVE_S,
                timeout_graceful_shutdown=5,
                lifespan="off",
                proxy_headers=bool(connections.proxies),
                forwarded_allow_ips=list(connections.proxies),
            )
        )
        self._hub = hub
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then say so."""
        self._hub.start(asyncio.get_running_loop())
        await super().startup(sockets)
        self._on_ready()

    def end(self) -> None:
        """Stop soon, as at SIGTERM; from any thread."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the live links first: uvicorn waits for every answer, and theirs would never end."""
        self._hub.close()
        await super().shutdown(sockets)


def bound_socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens on the address; raise ListenError in plain words when it is taken or not ours."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise ListenError(f"cannot listen on {host} port {port}: {error.strerror}; {_todo(error)}") from error


def _todo(error: OSError) -> str:
    wrong_host = isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL
    return "--host takes an address of this machine, or 0.0.0.0 for all" if wrong_host else "choose another --port"


def url_of(listener: socket.socket, own_address: Callable[[socket.AddressFamily], str] | None = None) -> str:
    """Return the address of a bound socket as a browser elsewhere takes it.

    "Every address" (`0.0.0.0`, `::`) is none that a phone can open, and it would stand in each ticket's QR code: there
    this machine's own address of the moment is told (`own_address`, on the LAN unless given).
    """
    host, port = listener.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = (own_address or lan_address)(listener.family)
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"


def lan_address(family: socket.AddressFamily) -> str:
    """Return the address from which this machine reaches its network, or its name where it has no way out."""
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_SOMEWHERE[family], 9))  # UDP: the route is looked up, nothing is sent
        except OSError:
            return socket.gethostname()
        return str(probe.getsockname()[0])
