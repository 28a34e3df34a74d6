"""The raw HTTP client that measures: it takes answers in any pieces and keeps each caller's order."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator

import pytest

from bench.processes.light_client import KeptConnections, all_at_once, answer_in, post

WHOLE = b"HTTP/1.1 201 Created\r\ncontent-length: 4\r\nX: y\r\n\r\nABCD"


class _Echo(socketserver.StreamRequestHandler):
    """Answers each request with the length of its body, in two pieces."""

    def handle(self) -> None:
        while head := self._head():
            length = next(int(line.split(b":")[1]) for line in head if line.startswith(b"Content-Length"))
            body = self.rfile.read(length)
            self.wfile.write(b"HTTP/1.1 200 OK\r\nConte")
            self.wfile.flush()
            self.wfile.write(b"nt-Length: %d\r\n\r\n%s" % (len(body), body))

    def _head(self) -> list[bytes]:
        lines = []
        while (line := self.rfile.readline()) not in {b"\r\n", b""}:
            lines.append(line)
        return lines


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@pytest.fixture
def base() -> Iterator[str]:
    with _Server(("127.0.0.1", 0), _Echo) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("cut", range(len(WHOLE)))
def test_no_part_of_an_answer_is_taken_for_the_whole(cut: int) -> None:
    assert answer_in(WHOLE[:cut]) is None


def test_a_whole_answer_is_read() -> None:
    assert answer_in(WHOLE) == (201, b"ABCD")


def test_an_answer_without_content_is_whole_after_its_head() -> None:
    assert answer_in(b"HTTP/1.1 204 No Content\r\n\r\n") == (204, b"")


def test_every_request_of_every_caller_is_answered_in_its_order(base: str) -> None:
    callers = [[post(base, "/visits", "t", {"n": f"{caller}-{nth}"}, "k") for nth in range(5)] for caller in range(7)]
    answers = all_at_once(base, callers, timeout_s=10)
    assert {answer.status for answer in answers} == {200}
    bodies = [answer.body.decode() for answer in answers]
    for caller in range(7):
        assert [body for body in bodies if f'"{caller}-' in body] == [f'{{"n": "{caller}-{n}"}}' for n in range(5)]
    assert all(answer.ms > 0 for answer in answers)
    assert sorted(answer.nth for answer in answers) == sorted([*range(5)] * 7)
    assert all(f'-{answer.nth}"' in answer.body.decode() for answer in answers)


def test_connections_are_kept_from_one_round_to_the_next(base: str) -> None:
    with KeptConnections(base, 3) as connections:
        for nth in range(4):
            wishes = [[post(base, "/visits", "t", {"n": f"{caller}-{nth}"}, "k")] for caller in range(3)]
            answers = connections.all_at_once(wishes, timeout_s=10)
            assert sorted(answer.body.decode() for answer in answers) == [f'{{"n": "{n}-{nth}"}}' for n in range(3)]
            assert {answer.nth for answer in answers} == {0}


def test_a_server_that_hangs_up_is_no_answer() -> None:
    class Hangs(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(10)

    with _Server(("127.0.0.1", 0), Hangs) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        base = f"http://127.0.0.1:{server.server_address[1]}"
        with pytest.raises(ConnectionError):
            all_at_once(base, [[post(base, "/visits", "t", {}, "k")]], timeout_s=10)
        thread.join()
