"""Listen for the hall's callers with uvicorn: one worker, ready when it says so, live links ended before it stops."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from common.connection_limits import ConnectionLimits
from common.http_protocol import limited_protocol
from hall.service.live_hub import LiveHub

KEEP_ALIVE_S = 75
"""Longer than a client's pause between two taps."""


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
