"""Clients that send slowly, or hold many connections, stop neither the hall nor the centre: real processes."""

from __future__ import annotations

import http.client
import resource
import select
import socket
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.helpers.centre import centre_process
from tests.helpers.hall_process import HallProcess, prepare_hall

SLOW = 2_000
HALF_HEAD = b"GET /api/v1/healthz HTTP/1.1\r\nHost: hall\r\nX-Slow: "
HALF_BODY = b"POST /api/v1/place/complaint HTTP/1.1\r\nHost: hall\r\nContent-Length: 1000\r\n\r\n{"
STREAMS = 300


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    """A hall that began with the usual limit of 1,024 open files."""
    prepared = prepare_hall(tmp_path_factory.mktemp("hall"))
    with ExitStack() as stack:
        with few_files():
            running = stack.enter_context(HallProcess(prepared))
        yield running


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[str]:
    """A centre that began with the same limit."""
    with ExitStack() as stack:
        with few_files():
            url, _ = stack.enter_context(centre_process(tmp_path))
        yield url


@contextmanager
def few_files() -> Iterator[None]:
    """Let what is started begin with the usual limit of open files; the tests themselves need more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (1_024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 4_096), hard))


def address_of(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return str(parts.hostname), int(parts.port or 80)


@contextmanager
def slow_clients(url: str, sent: bytes, many: int, source: str) -> Iterator[list[socket.socket]]:
    """Hold many connections from one address, each with a part of a request."""
    found: list[socket.socket] = []
    try:
        for _ in range(many):
            found.append(socket.create_connection(address_of(url), timeout=20, source_address=(source, 0)))
            found[-1].sendall(sent)
        yield found
    finally:
        for one in found:
            one.close()


def issue(hall: HallProcess, source: str) -> tuple[int, float]:
    """Issue a ticket over a new connection; return the status and the seconds it took."""
    token = hall.hall.tokens["kiosk"]
    host, port = address_of(hall.base)
    begun = time.perf_counter()
    connection = http.client.HTTPConnection(host, port, timeout=20, source_address=(source, 0))
    connection.request("POST", "/api/v1/visits", '{"service": "A"}', {"Authorization": f"Bearer {token}"})
    status = connection.getresponse().status
    connection.close()
    return status, time.perf_counter() - begun


def ask(base: str, path: str) -> bytes:
    host, port = address_of(base)
    connection = http.client.HTTPConnection(host, port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse().read()
    connection.close()
    return answer


def ended(sockets: list[socket.socket], within_s: float, enough: Callable[[int], bool]) -> int:
    """Return how many connections the server has ended, as soon as that is enough or the time is over."""
    poll, gone, until = select.poll(), 0, time.monotonic() + within_s
    for one in sockets:
        poll.register(one, select.POLLIN)
    while not enough(gone) and (left := until - time.monotonic()) > 0:
        for number, _ in poll.poll(left * 1000):
            poll.unregister(number)
            gone += 1
    return gone


@pytest.mark.parametrize("kiosk_at", [pytest.param("127.0.0.1", marks=pytest.mark.full), "127.0.0.2"])
def test_2000_slow_connections_from_one_address_leave_tickets_within_a_second(hall: HallProcess, kiosk_at: str) -> None:
    with slow_clients(hall.base, HALF_HEAD, SLOW, "127.0.0.2") as slow:
        issued = [issue(hall, kiosk_at) for _ in range(5)]
        assert [status for status, _ in issued] == [201] * 5
        assert statistics.median(took_s for _, took_s in issued) < 1, "the first may meet all 2,000 at its place"
        assert max(took_s for _, took_s in issued) < 5, "on a busy machine"
        assert ended(slow, 20, lambda gone: gone >= SLOW - 100) >= SLOW - 100, "too many of one address are closed"
        assert b"connections_full" in ask(hall.base, "/healthz")


@pytest.mark.full
def test_whoever_sends_nothing_more_is_thrown_out_in_time(hall: HallProcess) -> None:
    with ExitStack() as stack:
        sent = (b"", HALF_HEAD, HALF_BODY)
        silent, heads, bodies = (stack.enter_context(slow_clients(hall.base, part, 20, "127.0.0.3")) for part in sent)
        assert ended(silent + heads, 15, lambda gone: gone == 40) == 40
        assert ended(bodies, 15, lambda gone: gone == 20) == 20


@pytest.mark.full
def test_the_centre_throws_slow_clients_out_too(centre: str) -> None:
    with slow_clients(centre, HALF_HEAD, 1_050, "127.0.0.2") as slow:
        begun = time.perf_counter()
        assert b"ok" in ask(centre, "/healthz")
        assert time.perf_counter() - begun < 1
        assert ended(slow, 15, lambda gone: gone == 1_050) == 1_050


@pytest.mark.full
def test_300_event_streams_from_one_address_all_hear_the_hall(hall: HallProcess) -> None:
    host, port = address_of(hall.base)
    token = hall.hall.tokens["head"]
    streams = [socket.create_connection((host, port), timeout=20) for _ in range(STREAMS)]
    try:
        for stream in streams:
            stream.sendall(
                b"GET /api/v1/live HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer %b\r\n\r\n" % token.encode()
            )
        for stream in streams:
            with stream.makefile("rb") as lines:
                assert next(lines).startswith(b"HTTP/1.1 200")
                assert any(line.startswith(b"event: snapshot") for line in lines)
        issued = [issue(hall, "127.0.0.1") for _ in range(5)]
        assert [status for status, _ in issued] == [201] * 5
        assert statistics.median(took_s for _, took_s in issued) < 1
    finally:
        for stream in streams:
            stream.close()
