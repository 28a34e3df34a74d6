from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pytestqt.qtbot import QtBot

from contracts.codec.reader import to_json
from contracts.queue.queues_view import QueuesView
from display_board.waiting.poll import EVERY_MS, WaitingPoll
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from tests.display_board.waiting.test_presenter import queues

GOOD = json.dumps(to_json(queues(A=(12, None)))).encode()


@contextmanager
def answering(status: int, body: bytes) -> Iterator[tuple[str, list[str]]]:
    """Serve one answer to everything; give the address and what was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(f"{self.path} {self.headers['Authorization']}")
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


def poll_of(url: str) -> tuple[WaitingPoll, list[QueuesView]]:
    poll = WaitingPoll(HallCalls(HallAddresses((url,)), "board-token"))
    told: list[QueuesView] = []
    poll.told.connect(told.append)
    return poll, told


def test_who_waits_is_asked_for_with_the_boards_token(qtbot: QtBot) -> None:
    with answering(200, GOOD) as (url, asked):
        poll, told = poll_of(url)
        poll.start()
        qtbot.waitUntil(lambda: bool(told), timeout=60_000)
        poll.stop()
    assert [one.waiting for one in told[0].services] == [12]
    assert asked == ["/api/v1/queues Bearer board-token"]
    assert EVERY_MS >= 10_000


@pytest.mark.parametrize(("status", "body"), [(403, b"{}"), (200, b'{"services": 3}'), (200, b"[]")])
def test_an_answer_that_cannot_be_read_is_told_to_nobody_and_logged_once(
    qtbot: QtBot, status: int, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    with answering(status, body) as (url, asked):
        poll, told = poll_of(url)
        poll.ask()
        qtbot.waitUntil(lambda: len(asked) == 1 and "who waits is not known" in caplog.text, timeout=60_000)
        poll.ask()
        qtbot.waitUntil(lambda: len(asked) == 2, timeout=60_000)
        qtbot.wait(50)
    assert told == []
    assert caplog.text.count("who waits is not known") == 1
