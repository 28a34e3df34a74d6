"""Serve an ASGI app with uvicorn: one worker, limited connections, ready when it says so, event streams ended first."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Protocol, cast

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from common.server.asgi import ASGIApp
from common.server.connection_limits import ConnectionLimits
from common.server.http_protocol import limited_protocol
from common.server.quiet_log import OnceAMinute
from common.server.tls_listener import TlsListener

THREADS = 40
"""For handlers that wait for the database: they run beside the event loop. Python's own number is six on two cores."""
QUIET = OnceAMinute()
KEEP_ALIVE_S = 75
"""Longer than a hall's heartbeat and than a device's pause between two requests: their connections stay open."""


class EventStreams(Protocol):
    """The event streams of an app: they would never end without an order to do so."""

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to serve on the server's loop."""
        ...

    def close(self) -> None:
        """End every stream."""
        ...


class Server(uvicorn.Server):
    """A uvicorn server that calls `on_ready` when it answers; `run` ends after SIGTERM, SIGINT or `end()`.

    With `tls` it speaks HTTPS; each new connection gets the settings that `tls` returns then. `plain` is another socket
    and what is served on it over plain HTTP.
    """

    def __init__(
        self,
        app: ASGIApp,
        connections: ConnectionLimits,
        on_ready: Callable[[], None],
        streams: EventStreams | None = None,
        tls: Callable[[], ssl.SSLContext] | None = None,
        plain: tuple[socket.socket, ASGIApp] | None = None,
    ) -> None:
        super().__init__(_config(app, connections))
        self._on_ready = on_ready
        self._streams = streams
        self._connections, self._tls, self._plain = connections, tls, plain
        self._tls_listeners: list[TlsListener] = []

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then say so."""
        logging.getLogger("uvicorn.error").addFilter(QUIET)
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(THREADS, "request"))
        if self._streams is not None:
            self._streams.start(loop)
        if self._tls is None:
            await super().startup(sockets)
        else:
            await super().startup([])
            self._tls_listeners = [
                TlsListener(one, partial(_protocol, self.config, self), self._tls, self._connections)
                for one in sockets or ()
            ]
            for listener in self._tls_listeners:
                listener.start()
        if self._plain is not None:
            await self._serve_plain(*self._plain)
        self._on_ready()

    def end(self) -> None:
        """Stop soon, as at SIGTERM; from any thread."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the event streams first: uvicorn waits for every answer."""
        if self._streams is not None:
            self._streams.close()
        for listener in self._tls_listeners:
            await listener.close()
        await super().shutdown(sockets)

    async def _serve_plain(self, listener: socket.socket, app: ASGIApp) -> None:
        config = _config(app, self._connections)
        config.load()
        made = partial(_protocol, config, self)
        self.servers.append(await asyncio.get_running_loop().create_server(made, sock=listener, backlog=config.backlog))


def _config(app: ASGIApp, connections: ConnectionLimits) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=limited_protocol(connections),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=5,
        lifespan="off",
        proxy_headers=bool(connections.proxies),
        forwarded_allow_ips=list(connections.proxies),
    )


def _protocol(config: uvicorn.Config, server: uvicorn.Server) -> asyncio.Protocol:
    kind = cast(type[HttpToolsProtocol], config.http_protocol_class)
    return kind(config, server.server_state, server.lifespan.state)
