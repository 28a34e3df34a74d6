"""Serve an ASGI app over real HTTP in a thread, for as long as a test needs it."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

from common.server.asgi import ASGIApp
from common.server.connection_limits import ConnectionLimits
from common.server.listener import bound_socket, url_of
from common.server.open_files import file_limit
from common.server.server import EventStreams, Server

LONG_S = 60.0


@contextlib.contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Yield the address of the running app on a free port of this machine; stop it afterwards."""
    with bound_socket("127.0.0.1", 0) as listener, served_on(listener, app):
        yield url_of(listener)


@contextlib.contextmanager
def served_on(
    listener: socket.socket,
    app: ASGIApp,
    connections: ConnectionLimits | None = None,
    streams: EventStreams | None = None,
) -> Iterator[None]:
    """Serve the app on the listener as the programs do, ready when this yields; stop it afterwards."""
    ready = threading.Event()
    server = Server(app, connections or ConnectionLimits(file_limit()), ready.set, streams)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="served app", daemon=True)
    thread.start()
    try:
        assert ready.wait(LONG_S), "the app did not start"
        yield
    finally:
        server.end()
        thread.join(LONG_S)
        assert not thread.is_alive(), "the server did not stop"
