"""Listen for a centre's callers with uvicorn."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from common.connection_limits import ConnectionLimits
from common.http_protocol import limited_protocol

KEEP_ALIVE_S = 75
"""Longer than a hall's heartbeat, so that its connection lives on between two of them."""


class Server(uvicorn.Server):
    """A uvicorn server that says when it answers; `run` ends after SIGTERM, SIGINT or `should_exit = True`."""

    def __init__(self, app: FastAPI, on_ready: Callable[[], None], connections: ConnectionLimits) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                http=limited_protocol(connections),
                ws="none",
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

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then say so."""
        await super().startup(sockets)
        self._on_ready()
