"""A hall's live link and nothing else: real HTTP and server-sent events in a thread, with cuts and silence on request.

Facts are kept, so that a client that comes back with `Last-Event-ID` gets exactly those it missed.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from contracts.codec.reader import to_json
from contracts.live import FactMessage, Snapshot, event_id, read_event_id
from contracts.settings.hall_view import HallView
from tests.helpers.replacing import replace

WAKE_S = 0.1


@dataclass
class FakeLive:
    """What the link tells. `board_at(seq)` gives the snapshot after fact `seq`, as a hall would compute it."""

    hall: HallView
    board_at: Callable[[int], Snapshot]
    stream: str = "s1"
    facts: list[FactMessage] = field(default_factory=list)
    came_with: list[str] = field(default_factory=list)
    """The Last-Event-ID of each connection, "" for none."""
    away: bool = False
    """Every connection is cut at once and new ones are refused with 503."""
    told: int = 0
    """How often the hall's settings were read."""
    token: str = "board-token"
    port: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)
    running: bool = True

    @property
    def url(self) -> str:
        """Return the address to give to the board."""
        return f"http://127.0.0.1:{self.port}"

    def tell(self, *facts: FactMessage) -> None:
        """Add facts, numbered after the last one, and send them to everybody who listens."""
        with self.changed:
            for fact in facts:
                self.facts.append(replace(fact, seq=len(self.facts) + 1))
            self.changed.notify_all()

    def cut(self) -> None:
        """Cut every connection and refuse new ones until `mend`."""
        with self.changed:
            self.away = True
            self.changed.notify_all()

    def mend(self) -> None:
        """Answer again."""
        with self.changed:
            self.away = False

    def events(self, last: str) -> Iterator[str]:
        """Yield what one connection is sent: a snapshot or the missed facts, then each new one."""
        at = read_event_id(last)
        if at is None or at[0] != self.stream or at[1] > len(self.facts):
            with self.changed:
                seen = len(self.facts)
                yield self._event("snapshot", seen, to_json(self.board_at(seen)))
        else:
            seen = at[1]
        while True:
            with self.changed:
                if not self.running or self.away:
                    return
                new = self.facts[seen:]
                if not new:
                    self.changed.wait(WAKE_S)
            for fact in new:
                yield self._event("fact", fact.seq, to_json(fact))
            seen += len(new)
            yield ": here\n\n"

    def _event(self, kind: str, seq: int, value: object) -> str:
        return f"id: {event_id(self.stream, seq)}\nevent: {kind}\ndata: {json.dumps(value)}\n\n"


class _Server(ThreadingHTTPServer):
    live: FakeLive

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet about a board that hung up."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        live = self.server.live
        if live.away:
            self._refuse(503)
        elif self.headers.get("Authorization") != f"Bearer {live.token}":
            self._refuse(401)
        elif self.path == "/api/v1/hall":
            self._send(json.dumps(to_json(live.hall)).encode())
            live.told += 1
        else:
            self._stream(live)

    def _stream(self, live: FakeLive) -> None:
        last = self.headers.get("Last-Event-ID", "")
        with live.changed:
            live.came_with.append(last)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for text in live.events(last):
            self.wfile.write(text.encode())
            self.wfile.flush()

    def _refuse(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Stay quiet."""


@contextmanager
def running_live(hall: HallView, board_at: Callable[[int], Snapshot]) -> Iterator[FakeLive]:
    """Give a live link that answers, and end it with all its threads."""
    live = FakeLive(hall, board_at)
    server = _Server(("127.0.0.1", 0), _Handler)
    server.live, live.port = live, server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="fake-live")
    thread.start()
    try:
        yield live
    finally:
        with live.changed:
            live.running = False
            live.changed.notify_all()
        server.shutdown()
        server.server_close()
        thread.join()
