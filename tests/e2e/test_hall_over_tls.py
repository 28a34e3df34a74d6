"""A hall on the network, by real processes: it speaks HTTPS only, and keeps its authority over a restart."""

from __future__ import annotations

import hashlib
import http.client
import ssl
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from commands.doctor import command as doctor
from commands.run import hall as hall_command
from tests.helpers.cuttable_line import cuttable_line
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall
from tests.helpers.ports import free_port

ON_THE_NETWORK = ("--host", "0.0.0.0")  # noqa: S104 - what a hall is started with


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> PreparedHall:
    return prepare_hall(tmp_path_factory.mktemp("hall"))


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    """Run a hall with HTTPS on this machine alone."""
    with HallProcess(prepare_hall(tmp_path_factory.mktemp("alone")), ("--tls",)) as running:
        yield running


def _authority(hall: PreparedHall) -> Path:
    return hall.keys / "tls" / "authority.pem"


def test_a_hall_on_the_network_serves_https_alone(prepared: PreparedHall, capsys: pytest.CaptureFixture[str]) -> None:
    with HallProcess(prepared, ON_THE_NETWORK) as hall:
        assert hall.base.startswith("https://")
        assert requests.get(f"{hall.base}/healthz", verify=_authority(prepared), timeout=60).json()["status"] == "ok"
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{hall.base.replace('https', 'http')}/healthz", timeout=60)
        with pytest.raises(requests.exceptions.SSLError):
            requests.get(f"{hall.base}/healthz", timeout=60)
        authority = _authority(prepared).read_bytes()
        doctor.run(["--data", str(prepared.data), "--hall", hall.base])
        told = capsys.readouterr().out
        assert f"{hall.base}: all is well" in told
        assert "is valid until" in told
    # In a container the hall knows an address that no phone can reach, so a setting names the one that they can.
    port = free_port()
    options = (f"--visitor-port={port}", "--public-url=http://hall.example:8081")
    with HallProcess(prepared, (*ON_THE_NETWORK, *options)) as hall:
        assert requests.get(f"{hall.base}/healthz", verify=_authority(prepared), timeout=60).ok
        assert _authority(prepared).read_bytes() == authority
        assert requests.get(f"http://127.0.0.1:{port}/t", timeout=60).status_code == 200


def test_nobody_reads_the_wire(hall: HallProcess) -> None:
    """What the hall and a client say to each other holds no word of it in clear."""
    with cuttable_line(hall.port) as line:
        answer = requests.post(
            f"{line.url.replace('http', 'https')}/api/v1/session",
            json={"token": hall.hall.tokens["head"]},
            verify=_authority(hall.hall),
            timeout=60,
        )
        assert answer.status_code == 204
    cookie = answer.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
    heard = b"".join((*line.sent, *line.answered))
    assert len(heard) > 500
    for word in (hall.hall.tokens["head"], cookie, "dawr_session", "/api/v1", "HTTP/1.1"):
        assert word.encode() not in heard, word


def test_cookies_are_for_https_from_this_host_alone(hall: HallProcess) -> None:
    with requests.Session() as browser:
        browser.verify, browser.trust_env = str(_authority(hall.hall)), False
        link = {"token": hall.hall.tokens["head"]}
        answer = browser.post(f"{hall.base}/api/v1/session", json=link, timeout=60)
        given = answer.headers["Set-Cookie"]
        assert given.startswith("__Host-dawr_session=")
        assert {"Secure", "HttpOnly", "Path=/"} <= set(given.split("; "))
        assert browser.get(f"{hall.base}/head", timeout=60).status_code == 200
        planted = {"Cookie": given.partition(";")[0].removeprefix("__Host-")}
        assert "/enter?" in requests.get(f"{hall.base}/head", headers=planted, verify=browser.verify, timeout=60).url


def test_behind_a_proxy_with_https_the_cookies_are_the_same(prepared: PreparedHall) -> None:
    with HallProcess(prepared, ("--trusted-proxy=127.0.0.1",)) as hall:
        link = {"token": prepared.tokens["head"]}
        by_proxy = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
        answer = requests.post(f"{hall.base}/api/v1/session", json=link, headers=by_proxy, timeout=60)
        assert answer.headers["Set-Cookie"].startswith("__Host-dawr_session=")
        cookie = {"Cookie": answer.headers["Set-Cookie"].partition(";")[0]}
        assert "/enter?" not in requests.get(f"{hall.base}/head", headers=cookie | by_proxy, timeout=60).url


def test_browsers_come_back_over_https_alone_where_no_phone_needs_the_plain_port(prepared: PreparedHall) -> None:
    port = free_port()
    options = ("--tls", f"--visitor-port={port}", "--public-url=https://centre.example/h/hall")
    with HallProcess(prepared, options) as hall:
        for path in ("/enter", "/healthz", "/nowhere"):
            answer = requests.get(f"{hall.base}{path}", verify=_authority(prepared), timeout=60)
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
        ticket = hall.ask("POST", "/visits", "kiosk", body={"service": "A"}, verify=str(_authority(prepared))).json()
        code = ticket["status_url"].removeprefix("https://centre.example/h/hall/t#")
        for path in ("/t", "/api/v1/place"):
            answer = requests.get(f"http://127.0.0.1:{port}{path}", headers={"Visit-Code": code}, timeout=60)
            assert answer.status_code == 404, "no code of a ticket has to cross this port"


def test_the_plain_port_shows_a_ticket_and_the_certificate_and_takes_nothing(hall: HallProcess) -> None:
    authority = _authority(hall.hall)
    ticket = requests.post(
        f"{hall.base}/api/v1/visits",
        json={"service": "A"},
        headers={"Authorization": f"Bearer {hall.hall.tokens['kiosk']}"},
        verify=authority,
        timeout=60,
    ).json()
    page, _, code = ticket["status_url"].partition("#")
    plain = page.removesuffix("/t")
    assert plain.startswith("http://127.0.0.1:")
    shown = requests.get(page, params={"lang": "en"}, timeout=60)
    assert shown.status_code == 200
    assert "Set-Cookie" not in shown.headers
    place = requests.get(f"{plain}/api/v1/place", headers={"Visit-Code": code}, timeout=60)
    assert place.json()["ticket"] == ticket["ticket"]
    assert place.headers["Dawr-Read-Only"] == "1"
    # A browser would ask this port over HTTPS, too.
    assert "Strict-Transport-Security" not in requests.get(f"{hall.base}/t", verify=authority, timeout=60).headers
    for path in ("/t", "/static/visitor/phone.js", "/static/common/base.css", "/authority.crt", "/authority"):
        assert requests.get(f"{plain}{path}", timeout=60).status_code == 200, path
    for method, path in [
        ("POST", "/api/v1/place/cancel"),
        ("POST", "/api/v1/place/complaint"),
        ("POST", "/api/v1/session"),
        ("POST", "/api/v1/devices/pair"),
        ("GET", "/head"),
        ("GET", "/enter"),
        ("GET", "/api/v1/hall"),
        ("GET", "/api/v1/live"),
        ("GET", "/healthz"),
    ]:
        token = {"Authorization": f"Bearer {hall.hall.tokens['head']}", "Visit-Code": code}
        assert requests.request(method, f"{plain}{path}", headers=token, timeout=60).status_code == 404, path
    # A program that asks for such a path asks for it as it stands.
    for way in ("../../head", "%2e%2e/%2e%2e/head", "..%2f..%2fapi/v1/hall"):
        path = f"/static/common/{way}"
        asked = http.client.HTTPConnection(urlsplit(plain).netloc, timeout=60)
        asked.request("GET", path, headers={"Authorization": f"Bearer {hall.hall.tokens['head']}"})
        assert asked.getresponse().status == 404, path
        asked.close()
    assert requests.get(f"{plain}/authority.crt", timeout=60).content == authority.read_bytes()
    offered = requests.get(plain, headers={"Accept-Language": "en"}, timeout=60)
    assert offered.url == f"{plain}/authority"
    sha256 = hashlib.sha256(ssl.PEM_cert_to_DER_cert(authority.read_text())).hexdigest().upper()
    assert ":".join(sha256[at : at + 2] for at in range(0, 32, 2)) in offered.text
    assert "Download the certificate" in offered.text
    assert "تنزيل الشهادة" in requests.get(plain, timeout=60).text


def test_a_code_that_was_heard_on_the_plain_port_moves_nothing(hall: HallProcess) -> None:
    """Phones send the code over plain HTTP: who listens to the Wi-Fi has it, and may look only."""
    authority = str(_authority(hall.hall))
    ticket = hall.ask("POST", "/visits", "kiosk", body={"service": "A"}, verify=authority).json()
    heard = {"Visit-Code": ticket["status_url"].partition("#")[2]}
    words = {"nature": "complaint", "text": "in somebody's name"}
    for what, body in [("late", {}), ("cancel", {}), ("complaint", words), ("survey", {"face": 1})]:
        answer = hall.ask("POST", f"/place/{what}", body=body, headers=heard, verify=authority)
        assert (answer.status_code, answer.json()["code"]) == (403, "role_refused"), what
    answer = hall.ask("GET", "/place", headers=heard, verify=authority)
    assert answer.headers["Dawr-Read-Only"] == "1", "the page offers no move that the hall refuses"
    place = answer.json()
    assert (place["state"], place["late"]) == ("waiting", False)


def test_a_hall_without_https_is_refused_on_the_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hall_command.run(["--no-tls", *ON_THE_NETWORK, "--data", str(tmp_path)]) == 2
    assert "--tls: without it the hall listens on this machine alone" in capsys.readouterr().err
