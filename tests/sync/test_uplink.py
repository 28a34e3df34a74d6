"""The wire: what goes out, what comes back, and every way in which nothing comes back."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from contracts.centre.outbox_entry import NO_VISITS, DayDigest
from contracts.centre.sync_api import Heartbeat, LiveFigures, ServingElsewhere
from contracts.queue.places import Places
from sync.ports import Reply
from sync.uplink import ANSWER_BYTES, HttpUplink, _seconds
from sync.verdict import UplinkError, UplinkTimeoutError

NOW = datetime(2026, 11, 24, 5, tzinfo=UTC)
DAY = date(2026, 11, 24)


@dataclass
class Scripted:
    """A server that gives the same bytes to every client, and remembers the requests."""

    answer: bytes
    listener: socket.socket
    hold: threading.Event = field(default_factory=threading.Event)
    asked: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        """Answer until the listener closes."""
        while True:
            try:
                peer, _ = self.listener.accept()
            except OSError:
                return
            with peer, contextlib.suppress(OSError):
                peer.settimeout(10)
                self.asked.append(self._request(peer))
                if not self.answer:
                    self.hold.wait(10)
                peer.sendall(self.answer)

    def _request(self, peer: socket.socket) -> bytes:
        content = b""
        while b"\r\n\r\n" not in content:
            content += peer.recv(65536)
        head, _, body = content.partition(b"\r\n\r\n")
        lengths = [int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        while len(body) < sum(lengths):
            body += peer.recv(65536)
        return head + b"\r\n\r\n" + body


@contextlib.contextmanager
def scripted(answer: bytes, tls: ssl.SSLContext | None = None) -> Iterator[Scripted]:
    with socket.create_server(("127.0.0.1", 0)) as plain:
        # The handshake comes with the first byte: one that fails ends its own connection only.
        listener = tls.wrap_socket(plain, server_side=True, do_handshake_on_connect=False) if tls else plain
        server = Scripted(answer, listener)
        thread = threading.Thread(target=server.serve, daemon=True)
        thread.start()
        yield server
        server.hold.set()
        socket.socket.shutdown(listener, socket.SHUT_RDWR)
        thread.join(10)
        listener.close()


def answer(status: str, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


@contextlib.contextmanager
def uplink(url: str, **options: object) -> Iterator[HttpUplink]:
    wire = HttpUplink(url, "1", "secret", now=lambda: NOW, **options)  # type: ignore[arg-type]  # a test's shorthand
    yield wire
    wire.close()


def test_a_batch_goes_out_as_the_protocol_says() -> None:
    with scripted(answer("200 OK", b"{}", "Content-Type: application/json")) as server, uplink(server.url) as wire:
        reply = wire.send_batch("s1", "1-2", b"packed", "sha-256=:x:")
    assert reply == Reply(200, "application/json", b"{}")
    head, _, body = server.asked[0].partition(b"\r\n\r\n")
    assert head.startswith(b"PUT /v1/halls/1/streams/s1/batches/1-2 HTTP/1.1\r\n")
    assert body == b"packed"
    for line in (
        b"Authorization: Bearer secret",
        b"Content-Encoding: gzip",
        b"Content-Digest: sha-256=:x:",
        b"X-Clock: 2026-11-24T05:00:00+00:00",
    ):
        assert line in head


def test_proxies_of_the_environment_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere")
    with scripted(answer("200 OK", b"{}")) as server, uplink(server.url) as wire:
        assert wire.send_batch("s", "1-1", b"", "d").status == 200


def test_a_redirect_is_not_followed() -> None:
    with scripted(answer("200 OK", b"")) as elsewhere:
        moved = answer("307 Temporary Redirect", b"", f"Location: {elsewhere.url}/")
        with scripted(moved) as server, uplink(server.url) as wire:
            assert wire.send_batch("s", "1-1", b"x", "d").status == 307
        assert elsewhere.asked == []


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("12", 12.0), ("Tue, 24 Nov 2026 05:01:00 GMT", 60.0), ("Tue, 24 Nov 2020 05:01:00 GMT", 0.0), ("soon", None)],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(header: str, seconds: float | None) -> None:
    with scripted(answer("503 Busy", b"", f"Retry-After: {header}")) as server, uplink(server.url) as wire:
        assert wire.send_batch("s", "1-1", b"x", "d").retry_after_s == seconds
    assert _seconds(None, NOW) is None


def test_a_centre_that_is_not_there_is_named_in_the_systems_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    for away, why in ((url, "Connection refused"), ("http://centre.invalid", "Name or service not known|resol")):
        with uplink(away) as wire, pytest.raises(UplinkError, match=f"^the centre cannot be reached: ({why})") as said:
            wire.send_batch("s", "1-1", b"x", "d")
        assert "HTTPConnection" not in str(said.value)


def test_a_centre_that_stays_silent_is_a_time_out() -> None:
    with (
        scripted(b"") as server,
        uplink(server.url, timeouts_s=(1.0, 0.05)) as wire,
        pytest.raises(UplinkTimeoutError),
    ):
        wire.send_batch("s", "1-1", b"x", "d")


@pytest.mark.parametrize(
    "cut",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc",
        b"what?\r\n\r\n",
    ],
)
def test_half_an_answer_is_none(cut: bytes) -> None:
    with scripted(cut) as server, uplink(server.url) as wire, pytest.raises(UplinkError):
        wire.send_batch("s", "1-1", b"x", "d")


def test_a_page_without_end_is_not_read_to_its_end() -> None:
    endless = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"x" * (ANSWER_BYTES + 50_000)
    with scripted(endless) as server, uplink(server.url) as wire, pytest.raises(UplinkError, match="longer than"):
        wire.send_batch("s", "1-1", b"x", "d")


def test_live_figures_and_heartbeats_say_whether_they_arrived() -> None:
    with scripted(answer("204 No Content", b"")) as server, uplink(server.url) as wire:
        assert wire.send_live(LiveFigures(NOW))
        assert wire.send_heartbeat(Heartbeat(7))
        assert wire.send_places(Places(NOW))
        assert server.asked[2].startswith(b"PUT /v1/halls/1/places")
        assert b'{"at": "2026-11-24T05:00:00Z"' in server.asked[0]
        assert server.asked[1].startswith(b"POST /v1/halls/1/heartbeat")
        gone = server.url
    with uplink(gone) as wire:
        assert not wire.send_live(LiveFigures(NOW))
    with scripted(answer("200 OK", b"<html>", "Content-Type: text/html")) as portal, uplink(portal.url) as wire:
        assert not wire.send_heartbeat(Heartbeat(7))


def test_day_digests_are_read() -> None:
    digest = {"service_day": "2026-11-24", "visits": 0, "digest": NO_VISITS}
    body = json.dumps({"days": [digest]}).encode()
    with scripted(answer("200 OK", body)) as server, uplink(server.url) as wire:
        assert wire.day_digests(DAY, DAY) == (DayDigest(DAY, 0, NO_VISITS),)
    assert b"digests?from=2026-11-24&to=2026-11-24 " in server.asked[0]


def test_serving_times_of_other_halls_are_read() -> None:
    body = b'{"services": [{"service": "A", "mean_s": 540, "visits": 300, "halls": 4}]}'
    with scripted(answer("200 OK", body)) as server, uplink(server.url) as wire:
        assert wire.serving_elsewhere() == (ServingElsewhere("A", 540, 300, 4),)
    assert b"GET /v1/halls/1/serving-times " in server.asked[0]


def test_a_request_that_no_hall_told_of_is_none() -> None:
    unknown = answer("404 Not Found", b'{"code": "request_unknown"}')
    with scripted(unknown) as server, uplink(server.url) as wire:
        assert wire.requests_of("M 1/2") == ()
    assert b"GET /v1/requests/M%201%2F2 " in server.asked[0]


@pytest.mark.parametrize(
    "given",
    [
        answer("200 OK", b"<html>"),
        answer("200 OK", b'{"requests": [{}]}'),
        answer("404 No", b'{"code": "not_found"}'),
        answer("404 No", b"[]"),
        answer("401 No", b"{}"),
    ],
)
def test_a_request_is_not_unknown_because_somebody_else_answered(given: bytes) -> None:
    with scripted(given) as server, uplink(server.url) as wire, pytest.raises(UplinkError, match="request"):
        wire.requests_of("M1")


@pytest.mark.parametrize("given", [answer("200 OK", b"<html>"), answer("200 OK", b"{}"), answer("404 No", b"")])
def test_serving_times_that_cannot_be_read_are_none(given: bytes) -> None:
    with scripted(given) as server, uplink(server.url) as wire, pytest.raises(UplinkError, match="serving times"):
        wire.serving_elsewhere()


@pytest.mark.parametrize(
    "given",
    [answer("200 OK", b"<html>"), answer("200 OK", b'{"days":[{}]}'), answer("200 OK", b"[]"), answer("404 No", b"")],
)
def test_day_digests_that_cannot_be_read_are_no_day_digests(given: bytes) -> None:
    with scripted(given) as server, uplink(server.url) as wire, pytest.raises(UplinkError):
        wire.day_digests(DAY, DAY)


def certificate(folder: Path) -> tuple[Path, Path]:
    """Return a fresh self-signed certificate for 127.0.0.1 and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate with")
    folder.mkdir()
    made, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=centre", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", made],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


@pytest.mark.process
def test_only_the_pinned_certificate_is_trusted_whatever_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ours, key), (other, _) = certificate(tmp_path / "ours"), certificate(tmp_path / "other")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(ours))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(ours, key)
    with scripted(answer("200 OK", b"{}"), context) as server:
        url = server.url.replace("http:", "https:")
        with uplink(url, ca=str(ours)) as wire:
            assert wire.send_batch("s", "1-1", b"x", "d").status == 200
        for ca in (str(other), None):
            with uplink(url, ca=ca) as wire, pytest.raises(UplinkError, match="not trusted"):
                wire.send_batch("s", "1-1", b"x", "d")


@pytest.mark.process
def test_without_a_file_the_authorities_of_the_machine_are_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, key = certificate(tmp_path / "ours")
    monkeypatch.setenv("SSL_CERT_FILE", str(ours))  # in the place of /etc/ssl/certs, where a machine has them
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(ours, key)
    with scripted(answer("200 OK", b"{}"), context) as server, uplink(server.url.replace("http:", "https:")) as wire:
        assert wire.send_batch("s", "1-1", b"x", "d").status == 200


@pytest.mark.parametrize(
    ("status", "body", "offered"),
    [
        ("200 OK", b'{"schema_max": 1, "codings": ["zstd", "gzip"]}', {"zstd", "gzip"}),
        ("200 OK", b'{"schema_max": 1}', set()),
        ("200 OK", b"<h1>Guest net</h1>", None),
        ("200 OK", b'{"codings": ["zstd"]}', None),
        ("200 OK", b'["schema_max"]', None),
        ("200 OK", b'{"schema_max": 1, "codings": 3}', None),
        ("404 Not Found", b'{"schema_max": 1}', None),
    ],
)
def test_what_the_centre_reads_is_believed_only_when_it_is_the_centre_who_says_it(
    status: str, body: bytes, offered: set[str] | None
) -> None:
    with scripted(answer(status, body, "Content-Type: application/json")) as server, uplink(server.url) as wire:
        if offered is None:
            with pytest.raises(UplinkError):
                wire.codings()
        else:
            assert wire.codings() == offered
    assert server.asked[0].startswith(b"GET /v1/meta HTTP/1.1")
