"""Accept connections and begin TLS on each, counted and with a deadline from its first moment."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import ssl
from collections.abc import Callable

from common.server.connection_limits import ConnectionLimits
from common.server.http_protocol import HEAD_S, HURRIED_S

log = logging.getLogger(__name__)
NO_FILES_PAUSE_S = 1.0
GOODBYE_S = 1.0
"""How long a client may take to answer that the connection ends: a stopping hall waits for each."""


class TlsListener:
    """Gives each connection of a listening socket the TLS settings of that moment, and then to a new protocol.

    uvicorn's own TLS begins to count a connection after its handshake: a client that begins none would stay unseen.
    """

    def __init__(
        self,
        listener: socket.socket,
        protocol: Callable[[], asyncio.Protocol],
        context: Callable[[], ssl.SSLContext],
        limits: ConnectionLimits,
    ) -> None:
        self._listener, self._protocol, self._context, self._limits = listener, protocol, context, limits
        self._accepting: asyncio.Task[None] | None = None
        self._handshakes: set[_Handshake] = set()

    def start(self) -> None:
        """Begin to accept, on the running loop."""
        self._listener.setblocking(False)
        self._accepting = asyncio.get_running_loop().create_task(self._accept())

    async def close(self) -> None:
        """Accept nothing more, and end the handshakes under way."""
        if self._accepting is not None:
            self._accepting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._accepting
        for handshake in list(self._handshakes):
            handshake.abort()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, address = await loop.sock_accept(self._listener)
            except ConnectionError:
                continue  # the client has gone already
            except OSError as error:  # no files left: others end in time
                log.warning("no connection can be accepted: %s", error)
                await asyncio.sleep(NO_FILES_PAUSE_S)
                continue
            self._begin(connection, address[0])

    def _begin(self, connection: socket.socket, address: str) -> None:
        made = asyncio.get_running_loop().connect_accepted_socket(
            self._protocol,
            connection,
            ssl=self._context(),
            ssl_handshake_timeout=HEAD_S,
            ssl_shutdown_timeout=GOODBYE_S,
        )
        handshake = _Handshake(address, asyncio.ensure_future(made))
        self._handshakes.add(handshake)
        self._limits.add(handshake)

        def ended(made: asyncio.Future[object]) -> None:
            self._handshakes.discard(handshake)
            self._limits.remove(handshake)
            if made.cancelled() or made.exception() is not None:  # seen: a client that speaks no TLS is no fault
                connection.close()

        handshake.made.add_done_callback(ended)


class _Handshake:
    """A connection whose TLS is not there yet, as the limits count it."""

    def __init__(self, address: str, made: asyncio.Future[object]) -> None:
        self.address = address
        self.made = made
        self._loop = asyncio.get_running_loop()
        self._began_s = self._loop.time()

    def hurry(self) -> None:
        """End it a second after it began."""
        self._loop.call_at(self._began_s + HURRIED_S, self.abort)

    def abort(self) -> None:
        """End it at once."""
        self.made.cancel()
