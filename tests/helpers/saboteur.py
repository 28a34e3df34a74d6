"""A proxy between many halls and the centre that sabotages a share of the requests, in every way that was ever seen."""

from __future__ import annotations

import contextlib
import json
import random
import socket
import socketserver
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterator

from contracts.centre.batch import read_batch
from contracts.codec.reader import ContractError
from sync.packing import unpack

FAULTS = (
    "reset before",  # the connection is reset before a byte arrives
    "request cut",  # half of the request reaches the centre
    "reset after",  # the centre has it all, the hall hears nothing
    "answer cut",  # the hall hears half of the answer
    "500",
    "502 page",
    "200 page",  # a portal's sign-in page
    "200 empty",
    "redirect",
    "slow",  # the answer comes after the hall's patience
    "twice",  # the centre gets it twice
    "late",  # the centre gets it after those that were sent later, the hall hears nothing
    "401",
    "413",
    "another's answer",  # the newest acknowledgement of somebody else's batch
)
BREAKS = b"breaks the centre"
"""A record with these bytes makes the centre fail as long as it is sent as a record: its one known bug."""
SLOW_S = 1.6
LATE_S = 0.7

_PAGES = {
    "500": (500, "text/html", b"<h1>Internal Server Error</h1>", ""),
    "502 page": (502, "text/html", b"<h1>Bad Gateway</h1>", ""),
    "200 page": (200, "text/html", b"<h1>Welcome to the guest network</h1>", ""),
    "200 empty": (200, "application/json", b"", ""),
    "redirect": (302, "text/html", b"", "Location: http://127.0.0.1:9/\r\n"),
    "401": (401, "text/html", b"<h1>Sign in to the proxy</h1>", ""),
    "413": (413, "text/html", b"<h1>Request Entity Too Large</h1>", ""),
}


class Saboteur:
    """What the proxy is to do (`share` of the requests, 0 to 1) and what it did, by name of the fault."""

    def __init__(self, target: tuple[str, int], rng: random.Random) -> None:
        self.target = target
        self.share = 0.0
        self.did: Counter[str] = Counter()
        self.url = ""
        self._rng = rng
        self._lock = threading.Lock()
        self._newest_ack: bytes | None = None

    def choose(self) -> str | None:
        """Return the fault for the next request, None for none."""
        with self._lock:
            fault = self._rng.choice(FAULTS) if self._rng.random() < self.share else None
            if fault == "another's answer" and self._newest_ack is None:
                fault = "reset after"
            self.did[fault or "passed"] += 1
            return fault

    def pass_on(self, client: socket.socket) -> None:
        """Take one request of a hall, sabotaged or not."""
        fault = self.choose()
        if fault == "reset before":
            _reset(client)
            return
        request = _read_message(client)
        if fault in _PAGES:
            client.sendall(_page(fault))
        elif fault == "request cut":
            with socket.create_connection(self.target, 10) as centre:
                centre.sendall(request[: len(request) // 2])
                _reset(centre)
            _reset(client)
        elif (broken := _broken(request)) is not None:
            self.did["the centre's own fault"] += 1
            client.sendall(broken)
        elif fault == "late":
            threading.Timer(LATE_S, self._quietly, [request]).start()
            _reset(client)
        else:
            self._answer(client, request, fault)

    def _answer(self, client: socket.socket, request: bytes, fault: str | None) -> None:
        answer = self._ask(request)
        if fault == "twice":
            answer = self._ask(request)
        foreign, self._newest_ack = self._newest_ack, answer if b'"acked_seq"' in answer else self._newest_ack
        if fault == "reset after":
            _reset(client)
        elif fault == "answer cut":
            client.sendall(answer[: len(answer) - 20])
            _reset(client)
        elif fault == "another's answer" and foreign is not None:
            client.sendall(foreign)
        else:
            if fault == "slow":
                time.sleep(SLOW_S)
            client.sendall(answer)

    def _quietly(self, request: bytes) -> None:
        with contextlib.suppress(OSError):
            self._ask(request)

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(self.target, 10) as centre:
            centre.settimeout(20)
            centre.sendall(request)
            return _read_message(centre)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128


@contextlib.contextmanager
def saboteur(target_url: str, rng: random.Random) -> Iterator[Saboteur]:
    """Run a saboteur before the centre at `target_url` to the end of the block."""
    host, _, port = target_url.removeprefix("http://").rpartition(":")
    one = Saboteur((host, int(port)), rng)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError):
                self.request.settimeout(20)
                one.pass_on(self.request)

    with _Server(("127.0.0.1", 0), Handler) as server:
        one.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield one
        server.shutdown()
        thread.join(60)


def _broken(request: bytes) -> bytes | None:
    """Return the answer of a centre that fails on a record in this batch; None where it would not."""
    head, _, body = request.partition(b"\r\n\r\n")
    if b"/batches/" not in head:
        return None
    headers = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
    headers = {name.lower(): value.decode() for name, value in headers.items()}
    try:
        _, lines = read_batch(unpack(body, headers.get(b"content-encoding", "gzip")))
    except ContractError:
        return None
    if not any(BREAKS in line for line in lines):
        return None
    name = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
    said = {"code": "internal", "detail": "it broke", "batch": name, "digest": headers.get(b"content-digest", "")}
    return _message(500, "application/problem+json", json.dumps(said).encode(), "")


def _page(fault: str) -> bytes:
    return _message(*_PAGES[fault])


def _message(status: int, kind: str, body: bytes, more: str) -> bytes:
    head = f"HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{more}"
    return head.encode() + b"\r\n" + body


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
    part = peer.recv(65536)
    if not part:
        raise ConnectionError("the peer ended early")
    return part


def _reset(peer: socket.socket) -> None:
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()
