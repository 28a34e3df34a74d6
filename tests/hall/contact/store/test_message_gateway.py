"""The HTTP gateway against a real server that takes, refuses, is busy, and is not there."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from hall.contact.model.message_ports import MessageLaterError, MessageRefusedError
from hall.contact.store.message_gateway import HttpGateway


class Server(HTTPServer):
    status = 202
    heard: list[tuple[dict[str, Any], str | None, str | None]]


class Answers(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.heard.append((body, self.headers["Idempotency-Key"], self.headers["Authorization"]))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Answers)
    made.heard = []
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def gateway(server: Server) -> HttpGateway:
    return HttpGateway(f"http://127.0.0.1:{server.server_port}/send", "secret")


@pytest.mark.parametrize("status", [200, 202, 409])
def test_a_message_is_handed_over_with_its_id(server: Server, status: int) -> None:
    server.status = status
    gateway(server).send("m1", "+96891234567", "نودي", "ar")
    body = {"id": "m1", "to": "+96891234567", "text": "نودي", "language": "ar"}
    assert server.heard == [(body, "m1", "Bearer secret")]


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, MessageRefusedError), (422, MessageRefusedError), (429, MessageLaterError), (503, MessageLaterError),
     (302, MessageLaterError)],
)  # fmt: skip
def test_what_it_cannot_take_is_told_without_the_number(server: Server, status: int, error: type[Exception]) -> None:
    server.status = status
    with pytest.raises(error, match=str(status)) as told:
        gateway(server).send("m1", "+96891234567", "x", "ar")
    assert "91234567" not in str(told.value)


def test_one_that_is_not_there_is_tried_later() -> None:
    with pytest.raises(MessageLaterError, match="no answer"):
        HttpGateway("http://127.0.0.1:9/send", "", timeouts_s=(1, 1)).send("m1", "+96891234567", "x", "ar")
