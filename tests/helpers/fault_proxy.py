"""A TCP proxy between a hall and the centre that cuts, loses, repeats and replaces at random or on request."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

READ_BYTES = 65536
PORTAL = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 18\r\nConnection: close\r\n\r\n<h1>Guest net</h1>"
)
REDIRECT = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbad"
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"

FAULTS = (
    "refused",  # the connection is reset at once
    "request_cut",  # half of the request reaches the centre, then the line is dead
    "answer_lost",  # the centre has it all, the hall hears nothing
    "answer_cut",  # the hall hears half of the answer
    "repeated",  # the centre gets the request twice, the hall hears the second answer
    "portal",
    "redirect",
    "gateway",
    "not_found",
)
_INSTEAD = {"portal": PORTAL, "redirect": REDIRECT, "gateway": GATEWAY, "not_found": NOT_FOUND}


@dataclass
class FaultProxy:
    """Where the proxy listens, what it does to each request, and what it did."""

    target: tuple[str, int]
    fault: Callable[[], str | None]
    listener: socket.socket
    done: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address to give the hall."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        """Take connections until the listener is closed; one request each."""
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            with client, contextlib.suppress(OSError):
                client.settimeout(10)
                self._pass_on(client)

    def _pass_on(self, client: socket.socket) -> None:
        fault = self.fault()
        self.done.append(fault or "passed")
        if fault == "refused":
            _reset(client)
            return
        request = _read_message(client)
        if fault in _INSTEAD:
            client.sendall(_INSTEAD[fault])
        elif fault == "request_cut":
            with socket.create_connection(self.target, 10) as centre:
                centre.sendall(request[: len(request) // 2])
                _reset(centre)
            _reset(client)
        else:
            answers = [self._ask(request) for _ in range(2 if fault == "repeated" else 1)]
            self._answer(client, answers[-1], fault)

    def _answer(self, client: socket.socket, answer: bytes, fault: str | None) -> None:
        if fault == "answer_lost":
            _reset(client)
        elif fault == "answer_cut":
            client.sendall(answer[: len(answer) - 20])
            _reset(client)
        else:
            client.sendall(answer)

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(self.target, 10) as centre:
            centre.sendall(request)
            return _read_message(centre)


def _read_message(peer: socket.socket) -> bytes:
    """Return one HTTP message with a Content-Length (or without a body), closing the connection after it."""
    content = b""
    while b"\r\n\r\n" not in content:
        content += _more(peer)
    head, _, body = content.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    length = next((int(line[15:]) for line in lines if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += _more(peer)
    return b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body


def _more(peer: socket.socket) -> bytes:
    part = peer.recv(READ_BYTES)
    if not part:
        raise ConnectionError("the peer ended early")
    return part


def _reset(peer: socket.socket) -> None:
    # Linger 0: the peer sees a reset, as when a cable is pulled and its router answers.
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()


@contextlib.contextmanager
def fault_proxy(target_url: str, fault: Callable[[], str | None]) -> Iterator[FaultProxy]:
    """Run a proxy before `target_url`; `fault` names what happens to each request (one of FAULTS, None for nothing)."""
    host, _, port = target_url.removeprefix("http://").rpartition(":")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        proxy = FaultProxy((host, int(port)), fault, listener)
        thread = threading.Thread(target=proxy.serve, daemon=True)
        thread.start()
        yield proxy
        # Closing a listener does not wake accept() on Linux; shutting it down does.
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(60)
        assert not thread.is_alive(), "the proxy did not stop"
