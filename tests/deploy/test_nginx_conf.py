"""The example of a proxy says what the centre needs: its numbers fit the programs' own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import InsecureRequestWarning

from common.server.server import KEEP_ALIVE_S
from contracts.centre.sync_api import MAX_COMPRESSED_BYTES
from sync.uplink import READ_S
from tests.helpers.centre import running_centre
from tests.helpers.ports import free_port

CONF = Path(__file__).parents[2] / "deploy" / "central" / "nginx.conf"
NAME = "centre.example.gov.om"
needs_nginx = pytest.mark.skipif(not shutil.which("nginx"), reason="needs nginx")


def values(name: str) -> list[str]:
    found = re.findall(rf"^\s*{name} (.+);$", CONF.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{name} is not set"
    return found


def seconds(name: str) -> float:
    return min(float(value.removesuffix("s")) for value in values(name))


def test_what_the_centre_takes_passes_and_what_is_too_large_is_refused_by_the_centre_itself() -> None:
    (size,) = values("client_max_body_size")
    assert int(size.removesuffix("m")) * 1024 * 1024 > MAX_COMPRESSED_BYTES


def test_the_hall_gives_up_first_and_idle_connections_end_before_the_centre_ends_them() -> None:
    assert seconds("proxy_read_timeout") > READ_S
    upstream = re.search(r"keepalive_timeout (\d+)s;", CONF.read_text(encoding="utf-8"))
    assert upstream is not None
    assert int(upstream[1]) < KEEP_ALIVE_S


def test_one_address_is_limited_and_only_ciphers_with_forward_secrecy_are_spoken() -> None:
    assert all(zone in CONF.read_text(encoding="utf-8") for zone in ("zone=dawr_address:", "zone=dawr_connections:"))
    assert values("limit_req")[0].startswith("zone=dawr_address")
    assert values("limit_conn")[0].startswith("dawr_connections")
    assert seconds("client_header_timeout") <= 10
    (ciphers,) = values("ssl_ciphers")
    assert all(one.startswith("ECDHE-") for one in ciphers.split(":"))
    assert "includeSubDomains" in values("add_header")[0]


@pytest.mark.parametrize(
    "header", ["Host $http_host", "X-Forwarded-For $remote_addr", "X-Forwarded-Proto $scheme", 'Connection ""']
)
def test_what_the_centre_reads_of_the_caller_is_set_by_the_proxy_alone(header: str) -> None:
    assert header in values("proxy_set_header")


def test_nothing_is_sent_twice_kept_or_replaced() -> None:
    assert {*values("proxy_next_upstream"), *values("proxy_intercept_errors"), *values("proxy_cache")} == {"off"}


def test_other_names_get_no_answer_on_either_port() -> None:
    *_, last = CONF.read_text(encoding="utf-8").split("server {")
    assert re.findall(r"listen (\S+)(?: ssl)? default_server;", last) == ["80", "[::]:80", "443", "[::]:443"]
    assert "return 444;" in last
    assert values("ssl_protocols") == ["TLSv1.2 TLSv1.3"] * 2


def nginx(folder: Path, example: str, *options: str) -> subprocess.Popen[str]:
    """Start nginx on the example, with a certificate of this test's own and its files in `folder`."""
    key, certificate = folder / "key.pem", folder / "centre.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=centre"]
    subprocess.run(["openssl", *made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    example = example.replace("/etc/dawr/centre-key.pem", str(key)).replace("/etc/dawr/centre.pem", str(certificate))
    parts = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    own = "".join(f"{part}_temp_path {folder / part};" for part in parts)
    user = "user root;" if os.geteuid() == 0 else ""
    whole = f"{user} daemon off; pid {folder / 'pid'}; events {{}}\nhttp {{ access_log off; {own}\n{example} }}"
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    call = ["nginx", *options, "-p", str(folder), "-e", str(folder / "log"), "-c", str(folder / "nginx.conf")]
    return subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


@needs_nginx
def test_nginx_reads_it(tmp_path: Path) -> None:
    done = nginx(tmp_path, CONF.read_text(encoding="utf-8"), "-t")
    printed, _ = done.communicate()
    assert done.returncode == 0, printed


class ByName(HTTPAdapter):
    """Names the host in the TLS handshake, as for an address that was looked up; the address is this machine's."""

    def __init__(self, host: str) -> None:
        self._host = host
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, server_hostname=self._host, **options)


@dataclass(frozen=True)
class Proxy:
    """A running nginx before a real centre."""

    port: int

    def call(self, method: str, path: str, *, host: str = NAME, **options: Any) -> requests.Response:
        """Ask over TLS for `host` at the proxy."""
        headers = {"Host": host, **options.pop("headers", {})}
        with requests.Session() as session, warnings.catch_warnings():
            warnings.simplefilter("ignore", InsecureRequestWarning)
            session.trust_env = False
            session.mount("https://", ByName(host))
            return session.request(
                method, f"https://127.0.0.1:{self.port}{path}", headers=headers, verify=False,
                allow_redirects=False, timeout=60, **options,
            )  # fmt: skip


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Proxy]:
    port, plain = free_port(), free_port()
    with running_centre(tmp_path, trusted_proxy=frozenset({"127.0.0.1"})) as centre:
        example = CONF.read_text(encoding="utf-8").replace("127.0.0.1:8090", centre.url.removeprefix("http://"))
        example = re.sub(r"listen (\[::\]:)?443 ", rf"listen \g<1>{port} ", example)
        example = re.sub(r"listen (\[::\]:)?80\b", rf"listen \g<1>{plain}", example)
        (tmp_path / "proxy").mkdir()
        running = nginx(tmp_path / "proxy", example)
        try:
            wait_until_it_listens(port, running)
            yield Proxy(port)
        finally:
            running.terminate()
            running.communicate(timeout=60)


def wait_until_it_listens(port: int, running: subprocess.Popen[str]) -> None:
    give_up_s = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert running.poll() is None, running.communicate()
            assert time.monotonic() < give_up_s
        else:
            return


@needs_nginx
def test_through_it_another_name_gets_nothing_and_a_lie_about_ones_address_does_not_help(proxy: Proxy) -> None:
    answer = proxy.call("GET", "/v1/meta")
    assert (answer.status_code, answer.headers["Strict-Transport-Security"]) == (
        200,
        "max-age=31536000; includeSubDomains",
    )
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    with pytest.raises(requests.ConnectionError):
        proxy.call("GET", "/v1/meta", host="another.example")
    for number in range(21):
        lie = {"X-Forwarded-For": f"203.0.113.{number}"}
        answer = proxy.call("POST", "/sign-in?lang=en", data={"token": "wrong"}, headers=lie)
    assert answer.headers["Location"].startswith("/sign-in?lang=en&wait_s=")


@needs_nginx
@pytest.mark.parametrize("name", [NAME, "another.example", None])
def test_no_name_in_the_handshake_opens_a_cipher_without_forward_secrecy(proxy: Proxy, name: str | None) -> None:
    weak = unchecked()
    weak.maximum_version = ssl.TLSVersion.TLSv1_2
    weak.set_ciphers("AES128-SHA256")
    refused = (ssl.SSLError, ConnectionResetError)  # nginx closes at once: its alert is not always read before that
    with socket.create_connection(("127.0.0.1", proxy.port)) as line, pytest.raises(refused):
        weak.wrap_socket(line, server_hostname=name).close()


@needs_nginx
def test_an_address_that_asks_more_than_the_limit_is_refused_by_the_proxy(proxy: Proxy) -> None:
    def asked(_: int) -> int:
        line = socket.create_connection(("127.0.0.1", proxy.port))
        with unchecked().wrap_socket(line, server_hostname=NAME) as secure:
            ask = f"GET /v1/meta HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode()
            secure.sendall(ask * 150)
            received = b""
            while (received.count(b"HTTP/1.1 ") < 150) and (more := secure.recv(65536)):
                received += more
        return received.count(b"HTTP/1.1 429")

    with ThreadPoolExecutor(16) as callers:
        assert sum(callers.map(asked, range(16))) > 0
    assert proxy.call("GET", "/v1/meta").status_code in {200, 429}


def unchecked() -> ssl.SSLContext:
    """Return a client's side of TLS that takes this test's own certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
