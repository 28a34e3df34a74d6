"""What a fake hall speaks by: real HTTP, each idempotency key kept, server-sent events that resume."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from contracts.codec.reader import to_json
from contracts.live import Snapshot, event_id
from tests.helpers.replacing import replace

if TYPE_CHECKING:
    from tests.helpers.fake_hall import FakeHall

STREAM = "fake"


def problem(status: int, code: str) -> tuple[int, Any]:
    """Return a problem document."""
    return status, {"title": code, "status": status, "code": code, "detail": code, "type": "about:blank", "fields": []}


class FakeHallServer(ThreadingHTTPServer):
    """Serves one fake hall and can cut every connection to it."""

    daemon_threads = False
    block_on_close = True
    fake: FakeHall

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.open_sockets: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open_sockets.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open_sockets.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Cut every connection: clients keep theirs open, and the server waits for them else."""
        for connection in list(self.open_sockets):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is no error of the test."""


class FakeHallHandler(BaseHTTPRequestHandler):
    """Answers what the fake hall answers."""

    protocol_version = "HTTP/1.1"
    timeout = 5
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait 40 ms for an acknowledgement
    server: FakeHallServer

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Stay quiet."""

    def do_GET(self) -> None:
        if not self._allowed():
            return
        if self.path.endswith("/live"):
            self._live()
            return
        with self.server.fake.lock:
            status, value = self.server.fake.answer(self.path, None)
        self._send(status, value)

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if not self._allowed():
            return
        fake, key = self.server.fake, self.headers["Idempotency-Key"]
        if "/devices/self/" in self.path:
            # Signs of life come by the clock: a test that loses the next answer means another one.
            with fake.lock:
                fake.agents.add(self.headers.get("User-Agent", ""))
                fake.signs.append((self.path.rpartition("/")[2], self.headers.get("Content-Type", ""), content))
            self._send_bytes(204, b"")
            return
        with fake.lock:
            if key in fake.keys:
                before, status, text = fake.keys[key]
                if before != content:
                    status, text = 409, json.dumps(problem(409, "key_reused")[1]).encode()
            else:
                status, value = fake.answer(self.path, json.loads(content) if content else None)
                text = b"" if value is None else json.dumps(value).encode()
                fake.keys[key] = (content, status, text)
            lost = fake.lose_answers > 0
            fake.lose_answers -= int(lost)
        if lost:
            self.close_connection = True
            self.connection.close()
        else:
            self._send_bytes(status, text)

    def _allowed(self) -> bool:
        fake = self.server.fake
        if self.headers.get("Authorization") == f"Bearer {fake.token}":
            return True
        self._send(*problem(401, "token_unknown"))
        return False

    def _send(self, status: int, value: Any) -> None:
        self._send_bytes(status, b"" if value is None else json.dumps(value).encode())

    def _send_bytes(self, status: int, text: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if status < 400 else "application/problem+json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def _live(self) -> None:
        fake = self.server.fake
        last = self.headers.get("Last-Event-ID", "")
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with fake.lock:
            fake.live_connections.append(last)
        for text in self._events(last):
            self.wfile.write(text.encode())
            self.wfile.flush()

    def _events(self, last: str) -> Iterator[str]:
        fake = self.server.fake
        with fake.lock:
            at = len(fake.facts)
            first = Snapshot(STREAM, at, fake.hall, queues=replace(fake.queues, seq=at))
        if last.startswith(f"{STREAM}:"):
            at = int(last.partition(":")[2])
        else:
            yield f"id: {event_id(STREAM, at)}\nevent: snapshot\ndata: {json.dumps(to_json(first))}\n\n"
        while fake.running:
            with fake.lock:
                new = fake.facts[at:] if not fake.silent else []
                at += len(new)
            for fact in new:
                yield f"id: {event_id(STREAM, fact.seq)}\nevent: fact\ndata: {json.dumps(to_json(fact))}\n\n"
            if not fake.silent:
                yield ":\n\n"
            with fake.lock:
                if fake.running and (fake.silent or not fake.facts[at:]):
                    fake.lock.wait(0.2)
