"""Deadlines of heads and bodies, over real sockets; the limits are made short so that nobody waits for them."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn

from common.server import connection_limits, http_protocol
from common.server.asgi import Receive, Scope, Send
from common.server.connection_limits import Connection, ConnectionLimits
from common.server.http_protocol import UNACKNOWLEDGED_MS, DeadlineProtocol, limited_protocol, note_enrolled

LAST = b"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
WHOLE = b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n"
IN_PARTS = b"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
LONG_S = 20.0


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Read the body, then answer; a caller with a token is enrolled."""
    if any(name == b"authorization" for name, _ in scope["headers"]):
        note_enrolled(scope)
    message = await receive()
    while message["type"] == "http.request" and message.get("more_body"):
        message = await receive()
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


class Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, limits: ConnectionLimits) -> None:
        http = limited_protocol(limits)
        super().__init__(uvicorn.Config(app, http=http, ws="none", lifespan="off", log_config=None, access_log=False))
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@contextmanager
def served(limits: ConnectionLimits) -> Iterator[int]:
    """Yield the port of a server with these limits."""
    server = Server(limits)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        assert server.ready.wait(LONG_S)
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(LONG_S)


@contextmanager
def client(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=LONG_S) as connection:
        yield connection


def ended(connection: socket.socket) -> bool:
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def answered(connection: socket.socket, request: bytes) -> bool:
    connection.sendall(request)
    return connection.recv(1_000).startswith(b"HTTP/1.1 204")


@pytest.mark.allow_logs
@pytest.mark.parametrize(
    "lengths", [b"Content-Length: 0\r\nTransfer-Encoding: chunked", b"Content-Length: 0\r\nContent-Length: 5"]
)
def test_a_request_with_two_lengths_is_refused(lengths: bytes) -> None:
    """A proxy in front might take the other one, and what follows for the next person's request."""
    with served(ConnectionLimits(5_000)) as port, client(port) as sender:
        sender.sendall(b"POST / HTTP/1.1\r\nHost: h\r\n" + lengths + b"\r\n\r\n0\r\n\r\n")
        assert sender.recv(1_000).startswith(b"HTTP/1.1 400")


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_protocol, "HEAD_S", 0.2)
    monkeypatch.setattr(http_protocol, "BODY_S", 0.2)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(
    "sent",
    [b"", b"\r\n", WHOLE[:-2], POST, POST + b"half a body", POST + b"b" * 100 + b"GET / HT"],
    ids=["nothing", "an empty line", "half a head", "no body", "half a body", "half of the next head"],
)
def test_what_is_not_whole_in_time_ends_the_connection(sent: bytes) -> None:
    with served(ConnectionLimits(5_000)) as port, client(port) as slow:
        slow.sendall(sent)
        received = b""
        while not received.endswith(b"\r\n\r\n") and sent.startswith(POST + b"b"):
            received += slow.recv(1_000)
        assert ended(slow)


@pytest.mark.usefixtures("short")
def test_between_two_requests_a_client_may_be_idle_but_may_not_drip() -> None:
    with served(ConnectionLimits(5_000)) as port, client(port) as idle, client(port) as drips:
        assert answered(idle, WHOLE)
        assert answered(drips, WHOLE)
        drips.sendall(b"\r\n")
        assert ended(drips), "longer than the time for a head"
        assert answered(idle, WHOLE)


def test_a_head_without_an_end_does_not_fill_the_memory_until_its_time_is_over() -> None:
    with served(ConnectionLimits(5_000)) as port, client(port) as endless:
        endless.sendall(b"GET / HTTP/1.1\r\nX: ")
        with pytest.raises(OSError, match=r"reset|pipe|aborted"):
            endless.sendall(b"a" * 100_000_000)


@pytest.mark.parametrize(
    ("first", "more"),
    [(b"0\r\n", b"a: b\r\n"), (b"0\r\na: ", b"b"), (b"1;", b"b")],
    ids=["trailers", "one trailer", "a chunk extension"],
)
def test_what_comes_beside_a_body_without_an_end_does_not_fill_the_memory_either(first: bytes, more: bytes) -> None:
    with served(ConnectionLimits(5_000)) as port, client(port) as endless:
        endless.sendall(IN_PARTS + first)
        with pytest.raises(OSError, match=r"reset|pipe|aborted"):
            endless.sendall(more * (20_000_000 // len(more)))


def test_a_long_body_in_small_parts_is_taken() -> None:
    with served(ConnectionLimits(5_000)) as port, client(port) as one:
        assert answered(one, IN_PARTS + b"10;a\r\n0123456789abcdef\r\n" * 20_000 + b"0\r\nA: b\r\n\r\n")
        assert answered(one, WHOLE)


@pytest.mark.allow_logs
def test_whoever_sends_requests_without_waiting_for_answers_is_not_kept() -> None:
    """Each waits in memory, and all others wait until they are read."""
    with served(ConnectionLimits(5_000)) as port, client(port) as few, client(port) as many:
        assert answers(few, WHOLE * 5 + LAST) == 6
        assert answers(many, WHOLE * 5_000 + LAST) <= http_protocol.LONGEST_QUEUE + 2


def answers(connection: socket.socket, requests: bytes) -> int:
    """Return how many answers come until the connection ends."""
    received = b""
    with contextlib.suppress(OSError):
        connection.sendall(requests)
        while part := connection.recv(65_536):
            received += part
    return received.count(b"HTTP/1.1 204")


def test_a_body_that_comes_fast_enough_may_take_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_protocol, "BODY_S", 0.2)
    monkeypatch.setattr(http_protocol, "BODY_RATE", 10)
    with served(ConnectionLimits(5_000)) as port, client(port) as slow, client(port) as slower:
        slow.sendall(POST + b"b" * 50)  # five seconds more
        slower.sendall(POST)
        assert ended(slower), "after its time"
        assert answered(slow, b"b" * 50)


@pytest.mark.allow_logs
def test_the_oldest_strangers_of_a_crowded_address_end_and_enrolled_callers_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection_limits, "PER_ADDRESS", 2)
    monkeypatch.setattr(http_protocol, "HURRIED_S", 0.2)
    limits = ConnectionLimits(5_000)
    with served(limits) as port, client(port) as device, client(port) as idle, client(port) as slow:
        assert answered(device, WHOLE[:-2] + b"Authorization: Bearer t\r\n\r\n")
        assert answered(idle, WHOLE)
        slow.sendall(WHOLE[:-2])
        with client(port) as third, client(port) as fourth:
            assert answered(third, WHOLE)
            assert answered(fourth, WHOLE)
            assert ended(idle), "it asks nothing"
            assert ended(slow), "it had its second"
            assert limits.full
            assert answered(device, WHOLE)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux has this option")
def test_a_client_that_lost_its_network_is_given_up_soon() -> None:
    seen: list[DeadlineProtocol] = []

    class Seen(ConnectionLimits):
        """Limits that remember what they count."""

        def add(self, connection: Connection) -> None:
            super().add(connection)
            assert isinstance(connection, DeadlineProtocol)
            seen.append(connection)

    with served(Seen(5_000)) as port, client(port) as one:
        assert answered(one, WHOLE)
        (connection,) = seen
        option = connection.transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
        assert option == UNACKNOWLEDGED_MS
