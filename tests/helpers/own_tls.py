"""TLS of a hall on this machine, for tests: its authority in a folder, and clients that trust it."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from pathlib import Path

from litestar.response.base import ASGIResponse

from common.clock.wall_clock import utc_now
from common.server.asgi import ASGIApp, Receive, Scope, Send
from common.server.connection_limits import ConnectionLimits
from common.server.listener import bound_socket, url_of
from common.server.server import Server
from hall.platform.tls.hall_tls import AUTHORITY, OwnTls

LONG_S = 60.0
NAMES = frozenset({"localhost", "127.0.0.1"})


def own_tls(folder: Path) -> OwnTls:
    """Return the TLS of a hall that answers on loopback, its authority made where there is none."""
    return OwnTls(folder, "test", lambda: NAMES, utc_now)


def trusting(folder: Path) -> ssl.SSLContext:
    """Return what a client uses that trusts the authority in the folder alone."""
    return ssl.create_default_context(cafile=str(folder / AUTHORITY))


async def says_scheme(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer how the request came."""
    await ASGIResponse(body=json.dumps({"scheme": scope["scheme"]}).encode())(scope, receive, send)


class Served:
    """A running HTTPS server; `stop` it at the end."""

    def __init__(self, folder: Path, app: ASGIApp = says_scheme) -> None:
        self.tls = own_tls(folder)
        self.limits = ConnectionLimits(10_000)
        self.listener = bound_socket("127.0.0.1", 0)
        self.url = url_of(self.listener, scheme="https")
        ready = threading.Event()
        self.server = Server(app, self.limits, ready.set, tls=lambda: self.tls.context)
        self._thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.listener]}, daemon=True)
        self._thread.start()
        assert ready.wait(LONG_S)

    def connect(self) -> socket.socket:
        """Return a connection without TLS yet."""
        return socket.create_connection(self.listener.getsockname()[:2], timeout=LONG_S)

    def stop(self) -> None:
        """End the server and its thread."""
        self.server.end()
        self._thread.join(LONG_S)
        assert not self._thread.is_alive()
        self.listener.close()
