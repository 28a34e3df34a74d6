"""Slow uploads of one hall: they hold no place, so the centre processes the batches of all other halls meanwhile."""

from __future__ import annotations

import contextlib
import select
import socket
from urllib.parse import urlsplit

from central.intake.throttle import AT_ONCE_OF_A_HALL
from tests.central.web.api.test_halls import put_batch
from tests.central.web.conftest import Caller
from tests.helpers.batches import incoming, outbox_of, record

SLOW = 30


def begin_upload(hall: Caller, token: str, path: str) -> socket.socket:
    """Send the head of a batch and the first byte of its body, and no more."""
    address = urlsplit(hall.centre.url)
    connection = socket.create_connection((address.hostname, address.port), timeout=60)
    head = (
        f"PUT {path} HTTP/1.1\r\nHost: {address.netloc}\r\nAuthorization: Bearer {token}\r\n"
        "Content-Encoding: gzip\r\nContent-Digest: x\r\nContent-Length: 1000\r\n\r\n"
    )
    connection.sendall(head.encode() + b"\x1f")
    return connection


def test_slow_uploads_of_one_hall_keep_no_other_hall_out(hall: Caller) -> None:
    slow_token = hall.centre.enrol("slow")
    with contextlib.ExitStack() as stack:
        path = "/v1/halls/slow/streams/s/batches/1-1"
        slow = {stack.enter_context(contextlib.closing(begin_upload(hall, slow_token, path))) for _ in range(SLOW)}
        refused: set[socket.socket] = set()
        while len(refused) < SLOW - AT_ONCE_OF_A_HALL:
            ready, _, _ = select.select(slow - refused, [], [], 10)
            assert ready, f"{len(refused)} of {SLOW} uploads were refused"
            assert all(b" 503 " in one.recv(1000, socket.MSG_PEEK) for one in ready)
            refused |= set(ready)
        sent = incoming(outbox_of(record(1)), 1, 1)
        status, answer = put_batch(hall, sent.content, path=f"/v1/halls/1/streams/{sent.stream}/batches/1-1")
        assert (status, answer.get("acked_seq")) == (200, 1), answer
        assert not set(select.select(slow, [], [], 0)[0]) - refused
