"""The example of a proxy says what the centre needs: its numbers fit the programs' own."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from central.serve import KEEP_ALIVE_S
from contracts.sync_api import MAX_COMPRESSED_BYTES
from sync.uplink import READ_S

CONF = Path(__file__).parents[2] / "deploy" / "central" / "nginx.conf"


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


@pytest.mark.skipif(not shutil.which("nginx"), reason="needs nginx")
def test_nginx_reads_it(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "centre.pem"
    made = ["req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=centre", "-keyout", key, "-out", certificate]
    subprocess.run(["openssl", *made], check=True, capture_output=True)
    told = CONF.read_text(encoding="utf-8").replace("/etc/dawr/centre-key.pem", str(key))
    parts = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    own = "".join(f"{part}_temp_path {tmp_path / part};" for part in parts)
    told = told.replace("/etc/dawr/centre.pem", str(certificate))
    whole = f"pid {tmp_path / 'pid'}; events {{}}\nhttp {{ access_log off; {own}\n{told} }}"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    call = ["nginx", "-t", "-p", tmp_path, "-e", tmp_path / "log", "-c", tmp_path / "nginx.conf"]
    done = subprocess.run(call, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
