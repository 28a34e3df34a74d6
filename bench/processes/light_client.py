"""Many connections of HTTP/1.1 in one thread without an HTTP library, so that the server is what is measured."""

from __future__ import annotations

import json
import selectors
import socket
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True)
class HttpAnswer:
    """One answer, the milliseconds from the first byte of the request to the last of the answer, and which it was."""

    status: int
    body: bytes
    ms: float
    nth: int
    """Place of its request among its caller's, from 0."""


@dataclass
class _Caller:
    socket: socket.socket
    requests: deque[bytes]
    begun: float = 0.0
    asked: int = 0
    got: bytearray = field(default_factory=bytearray)

    def ask(self) -> bool:
        """Send the next request; False when there is none."""
        if not self.requests:
            return False
        self.begun = time.perf_counter()
        self.asked += 1
        self.socket.sendall(self.requests.popleft())
        return True


def post(base: str, path: str, token: str, body: Mapping[str, object], key: str) -> bytes:
    """Return a whole POST below /api/v1 as bytes."""
    text = json.dumps(body).encode()
    head = (
        f"POST /api/v1{path} HTTP/1.1\r\nHost: {urlsplit(base).netloc}\r\nAuthorization: Bearer {token}\r\n"
        f"Idempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n"
    )
    return head.encode() + text


def answer_in(got: bytes) -> tuple[int, bytes] | None:
    r"""Return status and body of the one answer in `got`, or None while it is not whole.

    >>> answer_in(b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}")
    (201, b'{}')
    >>> answer_in(b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{") is None
    True
    """
    head, end, body = got.partition(b"\r\n\r\n")
    if not end:
        return None
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return (int(head[9:12]), body) if len(body) >= length else None


class KeptConnections:
    """A connection for each of `callers`, open from one round to the next as those of real programs are."""

    def __init__(self, base: str, callers: int) -> None:
        self._base = base
        place = urlsplit(base)
        address = (place.hostname or "", place.port or 80)
        self._selector = selectors.DefaultSelector()
        self._callers = [_Caller(socket.create_connection(address), deque()) for _ in range(callers)]
        for caller in self._callers:
            caller.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._selector.register(caller.socket, selectors.EVENT_READ, caller)

    def __enter__(self) -> KeptConnections:
        return self

    def __exit__(self, *_error: object) -> None:
        self._selector.close()
        for caller in self._callers:
            caller.socket.close()

    def all_at_once(self, callers: Sequence[Sequence[bytes]], *, timeout_s: float = 60) -> list[HttpAnswer]:
        """Send each caller's requests one after the other on its connection, all callers at once."""
        answers: list[HttpAnswer] = []
        for caller, requests in zip(self._callers, callers, strict=True):
            caller.requests, caller.asked = deque(requests), 0
        busy = sum(caller.ask() for caller in self._callers)
        while busy:
            ready = self._selector.select(timeout_s)
            if not ready:
                raise TimeoutError(f"{self._base} did not answer within {timeout_s} s")
            busy -= sum(_ended(key.data, answers) for key, _ in ready)
        return answers


def all_at_once(base: str, callers: Sequence[Sequence[bytes]], *, timeout_s: float = 60) -> list[HttpAnswer]:
    """Send each caller's requests one after the other on a new connection, all callers at once."""
    with KeptConnections(base, len(callers)) as connections:
        return connections.all_at_once(callers, timeout_s=timeout_s)


def _ended(caller: _Caller, answers: list[HttpAnswer]) -> bool:
    """Read what came; at a whole answer note it and ask on. True when this caller has no more to ask."""
    part = caller.socket.recv(65536)
    if not part:
        raise ConnectionError("the server closed the connection")
    caller.got += part
    whole = answer_in(bytes(caller.got))
    if whole is None:
        return False
    answers.append(HttpAnswer(*whole, 1000 * (time.perf_counter() - caller.begun), caller.asked - 1))
    caller.got.clear()
    return not caller.ask()
