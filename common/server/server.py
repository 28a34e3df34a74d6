"""Serve an ASGI app with uvicorn: one worker, limited connections, ready when it says so, event streams ended first."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import uvicorn

from common.server.asgi import ASGIApp
from common.server.connection_limits import ConnectionLimits
from common.server.http_protocol import limited_protocol

THREADS = 40
"""For handlers that wait for the database: they run beside the event loop. Python's own number is six on two cores."""
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
    """A uvicorn server that calls `on_ready` when it answers; `run` ends after SIGTERM, SIGINT or `end()`."""

    def __init__(
        self,
        app: ASGIApp,
        connections: ConnectionLimits,
        on_ready: Callable[[], None],
        streams: EventStreams | None = None,
    ) -> None:
        super().__init__(
            uvicorn.Config(
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
        )
        self._on_ready = on_ready
        self._streams = streams

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then say so."""
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(THREADS, "request"))
        if self._streams is not None:
            self._streams.start(loop)
        await super().startup(sockets)
        self._on_ready()

    def end(self) -> None:
        """Stop soon, as at SIGTERM; from any thread."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the event streams first: uvicorn waits for every answer."""
        if self._streams is not None:
            self._streams.close()
        await super().shutdown(sockets)
