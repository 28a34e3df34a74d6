"""HTTPS by real connections: plain speakers get nothing, slow handshakes end, a renewed certificate is served next."""

from __future__ import annotations

import contextlib
import ssl
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.server import http_protocol, tls_listener
from tests.helpers.own_tls import LONG_S, Served, own_tls, trusting


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    running = Served(tmp_path)
    yield running
    running.stop()


def test_it_answers_a_client_that_trusts_the_authority(served: Served, tmp_path: Path) -> None:
    with urllib.request.urlopen(served.url, context=trusting(tmp_path), timeout=LONG_S) as answer:
        assert answer.read() == b'{"scheme": "https"}'


def test_a_client_that_does_not_trust_it_sends_nothing(served: Served, tmp_path: Path) -> None:
    own_tls(tmp_path / "other")
    with pytest.raises(OSError, match=r"self-signed certificate|unable to get local issuer"):
        urllib.request.urlopen(served.url, context=trusting(tmp_path / "other"), timeout=LONG_S)


def test_plain_http_gets_no_answer(served: Served) -> None:
    with served.connect() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: hall\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            assert b"HTTP" not in connection.recv(1000)


def test_a_client_that_begins_no_tls_is_cut_off(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tls_listener, "HEAD_S", 0.2)
    with served.connect() as connection:
        assert connection.recv(1) == b""


def test_handshakes_count_as_connections(served: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Somebody holds many connections without a word: the oldest get a second, and others are answered."""
    monkeypatch.setattr(http_protocol, "HEAD_S", LONG_S)
    monkeypatch.setattr("common.server.connection_limits.PER_ADDRESS", 3)
    held = [served.connect() for _ in range(8)]
    try:
        assert held[0].recv(1) == b""
        with urllib.request.urlopen(served.url, context=trusting(tmp_path), timeout=LONG_S) as answer:
            assert answer.status == 200
    finally:
        for one in held:
            one.close()


def test_a_renewed_certificate_is_served_to_the_next_connection(served: Served, tmp_path: Path) -> None:
    def shown() -> bytes:
        with served.connect() as raw, trusting(tmp_path).wrap_socket(raw, server_hostname="localhost") as connection:
            return connection.getpeercert(binary_form=True) or b""

    with served.connect() as raw, trusting(tmp_path).wrap_socket(raw, server_hostname="localhost") as open_before:
        before = shown()
        (tmp_path / "server.pem").unlink()
        served.tls.look()
        assert shown() != before
        open_before.sendall(b"GET / HTTP/1.1\r\nHost: hall\r\nConnection: close\r\n\r\n")
        assert open_before.recv(1000).startswith(b"HTTP/1.1 200"), "a connection of before goes on"


def test_old_tls_is_refused(served: Served, tmp_path: Path) -> None:
    context = trusting(tmp_path)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with served.connect() as raw, context.wrap_socket(raw, server_hostname="localhost") as connection:
        assert connection.version() == "TLSv1.2"
    assert served.tls.context.minimum_version is ssl.TLSVersion.TLSv1_2
