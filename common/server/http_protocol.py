"""uvicorn's HTTP connection with deadlines for heads and bodies, counted by `ConnectionLimits`."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Mapping
from typing import Any, ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from common.server.connection_limits import ConnectionLimits

HEAD_S = 10.0
LONGEST_HEAD = 65_536
"""Bytes of a head that is not whole yet; one that comes in one piece may have up to 256 KiB more. The same for what
comes beside a body: trailers, and chunk extensions."""
LONGEST_QUEUE = 10
"""Requests that a client may send ahead of the answers. No program of ours and no browser sends any."""
BODY_S = 20.0
BODY_RATE = 500
"""Bytes a second: a body may take longer at this rate, since a batch may come on a slow line."""
HURRIED_S = 1.0
UNACKNOWLEDGED_MS = 30_000
"""A client that has lost its network acknowledges nothing; for a quarter of an hour Linux would not take it for gone,
and its event streams would count as open."""
STATE = "connection"


def limited_protocol(limits: ConnectionLimits) -> type[asyncio.Protocol]:
    """Return the class for uvicorn's `http=`."""
    return type("LimitedProtocol", (DeadlineProtocol,), {"limits": limits})


def note_enrolled(scope: Mapping[str, Any]) -> None:
    """Count the connection of this request as an enrolled caller's; elsewhere than under our server do nothing."""
    connection = scope.get("state", {}).get(STATE)
    if isinstance(connection, DeadlineProtocol):
        connection.limits.enrol(connection)


def end_when_unacknowledged(transport: asyncio.Transport) -> None:
    """Let the system end a connection whose client acknowledges nothing any more (on Linux only)."""
    connection = transport.get_extra_info("socket")
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    if connection is not None and option is not None:
        with contextlib.suppress(OSError):  # a socket that is no TCP socket
            connection.setsockopt(socket.IPPROTO_TCP, option, UNACKNOWLEDGED_MS)


class QueueTooLongError(Exception):
    """A client sent more requests ahead of their answers than are kept for it."""


class DeadlineProtocol(HttpToolsProtocol):
    """A connection that ends when a head or a body takes too long, or sooner where there are too many."""

    limits: ClassVar[ConnectionLimits]
    address = ""
    _deadline: asyncio.TimerHandle | None = None
    """None while nothing is expected of the client: it is being answered, or uvicorn says how long it may be idle."""
    _began_s = 0.0
    _head = 0
    """Bytes that came since the last part of a body, or of the head so far, while it is not whole."""
    _body: int | None = None
    """Bytes of the body so far; None while a head is awaited."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Wait for the first head."""
        super().connection_made(transport)
        self.address = self.client[0] if self.client else ""
        end_when_unacknowledged(transport)
        self._await(None)
        self.limits.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._rest()
        self.limits.remove(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Begin to wait for a head with the first byte that comes, whatever it is."""
        if self._deadline is None:
            self._await(None)
        self._head += len(data)
        super().data_received(data)
        if self._deadline is not None and self._head > LONGEST_HEAD:
            self.abort()

    def on_message_begin(self) -> None:
        """Put the connection where the application finds it."""
        super().on_message_begin()
        self.scope["state"][STATE] = self

    def on_headers_complete(self) -> None:
        """Wait for the body; refuse a client that sends many requests and waits for no answer."""
        self._await(0)
        super().on_headers_complete()
        if len(self.pipeline) > LONGEST_QUEUE:
            raise QueueTooLongError  # the parser stops at once, and the answer is 400

    def on_body(self, body: bytes) -> None:
        """Count the body's bytes."""
        self._body = (self._body or 0) + len(body)
        self._head = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Wait for nothing: the request is whole."""
        self._rest()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """End the connection after its answer where it is one too many."""
        super().on_response_complete()
        if self.limits.is_hurried(self):
            self._end_idle()

    def hurry(self) -> None:
        """Leave the client a second, from when it began, for what it has not sent yet."""
        if self._deadline is None:
            self._end_idle()
        else:
            self._deadline.cancel()
            self._set_deadline()

    def abort(self) -> None:
        """End the connection at once."""
        self.transport.abort()

    def _end_idle(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()

    def _await(self, body: int | None) -> None:
        self._rest()
        self._head, self._body, self._began_s = 0, body, self.loop.time()
        self._set_deadline()

    def _set_deadline(self) -> None:
        self._deadline = self.loop.call_at(self._began_s + self._allowed_s(), self._late)

    def _allowed_s(self) -> float:
        if self.limits.is_hurried(self):
            return HURRIED_S
        return HEAD_S if self._body is None else BODY_S + self._body / BODY_RATE

    def _late(self) -> None:
        if self.loop.time() < self._began_s + self._allowed_s():
            self._set_deadline()  # more of the body has come
        elif self.limits.is_hurried(self):
            self.limits.close(self)
        else:
            self.abort()

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
