"""Checks of one hall."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
import pytest
from litestar.response.base import ASGIResponse

from commands.demo.setup_file import HALLS
from commands.doctor.findings import Verdict
from commands.doctor.hall_checks import (
    authority_of,
    certificate,
    copies,
    database,
    hall_service,
    key,
    printer,
    second_place,
    setup_file,
)
from common.clock.wall_clock import utc_now
from common.server.asgi import Receive, Scope, Send
from hall.platform.security.secret import HallSecret
from tests.helpers.own_tls import Served, own_tls


def _database(folder: Path) -> Path:
    path = folder / "hall.sqlite"
    connection = sqlite.connect(str(path))
    connection.execute("CREATE TABLE t (a TEXT)")
    connection.executemany("INSERT INTO t VALUES (?)", [("x" * 500,)] * 200)
    connection.commit()
    connection.close()
    return path


def test_a_sound_database_passes_and_a_broken_one_says_restore(tmp_path: Path) -> None:
    path = _database(tmp_path)
    assert database(tmp_path).verdict is Verdict.PASS
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 3 + 64] = b"\xff" * 64
    path.write_bytes(content)
    found = database(tmp_path)
    assert found.verdict is Verdict.FAIL
    assert "main.py restore" in found.to_do


def test_a_database_that_a_restore_has_replaced_is_not_the_halls(tmp_path: Path) -> None:
    (tmp_path / "hall-replaced-20261129T030000.000Z.sqlite").write_bytes(b"damaged")
    assert "--setup" in database(tmp_path).to_do
    (tmp_path / "hall.key").write_bytes(b"k" * 32)
    lost = database(tmp_path, tmp_path)
    assert (lost.verdict, "copies.md" in lost.to_do) == (Verdict.FAIL, True)
    _database(tmp_path)
    assert database(tmp_path).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("content", "verdict", "seen"),
    [
        (b"k" * 32, Verdict.PASS, "fits the database"),
        (b"x" * 32, Verdict.FAIL, "is another hall's"),
        (b"short", Verdict.FAIL, "is another hall's"),
        (b"", Verdict.FAIL, "is missing"),
    ],
)
def test_a_key_that_is_lost_or_foreign_fails_before_the_next_start(
    tmp_path: Path, content: bytes, verdict: Verdict, seen: str
) -> None:
    for folder in ("data", "keys"):
        (tmp_path / folder).mkdir()
    with contextlib.closing(sqlite.connect(str(_database(tmp_path / "data")))) as connection:
        connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('key_mark', ?)", (HallSecret(b"k" * 32).mark(),))
        connection.commit()
    if content:
        (tmp_path / "keys" / "hall.key").write_bytes(content)
    found = key(tmp_path / "data", tmp_path / "keys")
    assert (found.verdict, seen in found.seen) == (verdict, True)


def test_a_key_in_the_data_folder_is_a_warning(tmp_path: Path) -> None:
    with contextlib.closing(sqlite.connect(str(_database(tmp_path)))) as connection:
        connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('key_mark', ?)", (HallSecret(b"k" * 32).mark(),))
        connection.commit()
    (tmp_path / "hall.key").write_bytes(b"k" * 32)
    found = key(tmp_path, tmp_path)
    assert (found.verdict, "outside" in found.to_do) == (Verdict.WARN, True)


def test_a_hall_that_has_not_started_yet_needs_no_key(tmp_path: Path) -> None:
    assert key(tmp_path).verdict is Verdict.PASS
    _database(tmp_path)
    assert key(tmp_path).verdict is Verdict.PASS


@pytest.mark.parametrize(("age_h", "verdict"), [(0.5, Verdict.PASS), (5, Verdict.FAIL), (None, Verdict.WARN)])
def test_copies_must_be_fresh(tmp_path: Path, age_h: float | None, verdict: Verdict) -> None:
    (tmp_path / "copies").mkdir()
    if age_h is not None:
        copy = tmp_path / "copies" / "hall-20261129T030000.000Z.sqlite"
        copy.touch()
        then = time.time() - age_h * 3600
        os.utime(copy, (then, then))
    assert copies(tmp_path).verdict is verdict


def test_a_second_place_that_is_not_mounted_fails_and_an_empty_one_warns(tmp_path: Path) -> None:
    assert second_place(tmp_path / "away").verdict is Verdict.FAIL
    assert second_place(tmp_path).verdict is Verdict.WARN


@pytest.mark.parametrize("url", ["ftp://x", "http://127.0.0.1:9"])
def test_a_hall_that_does_not_answer_is_a_failure_with_a_hint(url: str) -> None:
    found = hall_service(url)
    assert found.verdict is Verdict.FAIL
    assert url in found.seen
    assert "urlopen" not in found.seen


def test_a_printer_of_memory_is_ready_and_one_that_is_away_is_not() -> None:
    assert printer("memory:").verdict is Verdict.PASS
    assert printer("tcp://127.0.0.1:9").verdict is Verdict.FAIL


def test_an_address_of_no_printer_is_told_with_where_addresses_are() -> None:
    found = printer("epson")
    assert found.verdict is Verdict.FAIL
    assert "no kind before the colon" in found.seen
    assert "main.py printer list" in found.to_do


@pytest.mark.parametrize(
    ("status", "body", "verdict", "seen"),
    [
        (200, {"status": "ok", "reasons": []}, Verdict.PASS, "all is well"),
        (200, {"status": "ok", "reasons": ["disk_low", "centre_away"]}, Verdict.WARN, "but: disk_low, centre_away"),
        (200, [], Verdict.FAIL, "answers as no hall does"),
        (200, {"state": "ok", "cleanup": "waiting"}, Verdict.FAIL, "answers as no hall does"),
        (503, {"status": "away", "reasons": ["database_away"]}, Verdict.FAIL, "takes no command: database_away"),
        (404, {"detail": "no such path"}, Verdict.FAIL, "answers 404"),
    ],
)
def test_what_the_hall_says_of_itself_is_told(status: int, body: object, verdict: Verdict, seen: str) -> None:
    with answering(status, json.dumps(body).encode()) as url:
        found = hall_service(url)
    assert found.verdict is verdict
    assert seen in found.seen
    assert bool(found.to_do) is (verdict is not Verdict.PASS)


@pytest.mark.parametrize("said", [b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.0 200 OK\r\n\r\n<html>"])
def test_what_is_no_hall_service_at_all_is_told_in_words(said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer_once, args=(listener, said))
        thread.start()
        found = hall_service(f"http://127.0.0.1:{listener.getsockname()[1]}")
        thread.join(60)
    assert found.verdict is Verdict.FAIL
    assert found.seen.endswith(("what answers there does not speak HTTP", "answers as no hall does"))


def answer_once(listener: socket.socket, said: bytes) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(said)


@contextmanager
def answering(status: int, body: bytes) -> Iterator[str]:
    """Give the address of a server that answers everything so."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_told: object) -> None:
            """Keep the test's output clean."""

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("days", "verdict", "seen"),
    [
        (0, Verdict.PASS, "is valid until"),
        (360, Verdict.PASS, "is valid until"),
        (380, Verdict.WARN, "is valid until"),
        (400, Verdict.FAIL, "is valid until"),
    ],
)
def test_a_certificate_that_was_not_renewed_in_time_is_told(
    tmp_path: Path, days: int, verdict: Verdict, seen: str
) -> None:
    assert certificate(tmp_path, utc_now()).verdict is Verdict.PASS
    own_tls(tmp_path / "tls")
    found = certificate(tmp_path, utc_now() + timedelta(days=days))
    assert found.verdict is verdict
    assert seen in found.seen
    assert found.seen.count(":") == 32, "the authority's SHA-256, to compare with"


def test_a_hall_over_https_is_trusted_by_the_authority_of_its_folder(tmp_path: Path) -> None:
    served = Served(tmp_path / "tls", healthy)
    try:
        trusted = authority_of(tmp_path, None)
        assert trusted == tmp_path / "tls" / "authority.pem"
        assert hall_service(served.url, trusted).verdict is Verdict.PASS
        stranger = hall_service(served.url, None)
        assert stranger.verdict is Verdict.FAIL
        assert "certificate refused" in stranger.seen
        assert "--hall-ca" in stranger.to_do
    finally:
        served.stop()


async def healthy(scope: Scope, receive: Receive, send: Send) -> None:
    await ASGIResponse(body=b'{"reasons": []}')(scope, receive, send)


@pytest.mark.parametrize(("mode", "verdict"), [(0o644, Verdict.WARN), (0o600, Verdict.PASS)])
def test_pins_that_others_may_read_are_a_warning(tmp_path: Path, mode: int, verdict: Verdict) -> None:
    path = tmp_path / "hall.toml"
    text = (HALLS / "small.toml").read_text(encoding="utf-8").replace('code = "said"', 'code = "said"\npin = "582604"')
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    assert setup_file(path).verdict is verdict
