"""Pairing a device from its own machine: with a good code, a bad one, a foreign server, and nowhere to write."""

from __future__ import annotations

import json
import socket
import ssl
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.response.base import ASGIResponse

from commands.config import problems_of
from commands.hall_client import HallClient, HallRefusedError
from commands.pair import run
from common.server.asgi import Receive, Scope, Send
from common.server.trust import AUTHORITY_PATH
from contracts.devices.pairing_string import pairing_string
from hall.platform.tls.hall_tls import AUTHORITY
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread
from tests.helpers.own_tls import Served, own_tls
from tests.helpers.served import served


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def code_for(hall: RunningHall, kind: str, counter: int | None = None) -> str:
    asked = {"kind": kind, "name": f"new {kind}", "counter": counter}
    return str(good(hall.post("/devices/codes", "admin", asked), 201)["code"])


def test_the_token_goes_into_a_file_of_the_owner_alone_and_opens_the_hall(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kiosk.token"
    code = code_for(hall, "kiosk")
    assert run(["kiosk", "--hall", f"{hall.base}/", "--code", code, "--token-file", str(path)]) == 0
    told, following, printers = capsys.readouterr().out.splitlines()
    paired = json.loads(told)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.glob("kiosk.token*")] == ["kiosk.token"]
    kiosk = HallClient(hall.base, path.read_text())
    assert kiosk.post("/visits", {"service": "A"})["ticket"] == "A001"
    kiosk.close()
    assert following.startswith(f"next: python3 main.py kiosk --hall {hall.base}")
    assert f"--token-file {path} --device {paired['device']} --printer URL" in following
    assert "main.py printer list" in printers
    assert path.read_text() not in told + following


def test_a_counter_is_told_its_number(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["counter", "--hall", hall.base, "--code", code_for(hall, "counter", 2)]) == 0
    assert capsys.readouterr().out.rstrip().endswith("--token-file counter-2.token --counter 2")


def test_the_settings_file_of_an_installed_program_gets_hall_and_counter(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings, token = tmp_path / "counter.toml", tmp_path / "counter.token"
    settings.write_text("# this PC\nbar = true  # small\ncounter = 3\n")
    asked = ["counter", "--hall", f"{hall.base}/", "--token-file", str(token), "--settings"]
    assert run([*asked, str(settings), "--code", code_for(hall, "counter", 2)]) == 0
    paired = f'hall = ["{hall.base}"]\ntoken_file = "{token}"\n'
    assert settings.read_text() == f"# this PC\nbar = true  # small\ncounter = 2\n{paired}"
    assert f"hall, token_file, counter are set in {settings}" in capsys.readouterr().out
    assert problems_of("counter", settings)[1] == []
    assert run([*asked, str(tmp_path / "new.toml"), "--code", code_for(hall, "counter", 1)]) == 0
    assert (tmp_path / "new.toml").read_text() == f"{paired}counter = 1\n"


@pytest.mark.parametrize(
    ("place", "why"),
    [("none/c.toml", "No such file or directory"), ("file/c.toml", "Not a directory"), ("file", "it is not UTF-8")],
)
def test_where_the_settings_cannot_be_changed_the_lines_are_told(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, why: str
) -> None:
    (tmp_path / "file").write_bytes(b"# \xff\n")
    asked = ["counter", "--hall", hall.base, "--token-file", str(tmp_path / "token")]
    assert run([*asked, "--settings", str(tmp_path / place), "--code", code_for(hall, "counter", 1)]) == 1
    said = capsys.readouterr().err
    assert f"paired, but {tmp_path / place} cannot be changed ({why}); write into it:" in said
    assert f'  hall = ["{hall.base}"]\n  token_file = "{tmp_path / "token"}"\n  counter = 1\n' in said
    assert list(tmp_path.glob("*.part")) == []


def test_a_wrong_address_is_named_as_one_where_nothing_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # bound and not listening: each connection is refused
        hall = f"https://127.0.0.1:{closed.getsockname()[1]}"
        typed = ["--code", pairing_string("ABCD2345", b"a certificate"), "--token-file", str(tmp_path / "token")]
        assert run(["board", "--hall", hall, *typed]) == 1
    assert f"main.py pair: {hall} does not answer: " in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ["unknown", "spent", "other kind"])
def test_a_code_that_is_not_good_is_refused_and_an_older_token_stays(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    path = tmp_path / "board.token"
    code = "ABCD-2345" if wrong == "unknown" else code_for(hall, "kiosk" if wrong == "other kind" else "board")
    if wrong == "spent":
        assert run(["board", "--hall", hall.base, "--code", code, "--token-file", str(tmp_path / "first")]) == 0
        capsys.readouterr()
    path.write_text("of before")
    assert run(["board", "--hall", hall.base, "--code", code, "--token-file", str(path)]) == 1
    assert "main.py pair: 403 code_refused" in capsys.readouterr().err
    assert path.read_text() == "of before"
    assert list(tmp_path.glob("*.new")) == []


def test_no_code_is_spent_where_the_token_cannot_be_kept(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(hall, "board")
    for place in (tmp_path / "nowhere" / "board.token", tmp_path):
        assert run(["board", "--hall", hall.base, "--code", code, "--token-file", str(place)]) == 1
        said = capsys.readouterr().err
        assert f"{place} cannot be written" in said
        assert "--token-file" in said
    assert run(["board", "--hall", hall.base, "--code", code, "--token-file", str(tmp_path / "b")]) == 0


def test_too_many_wrong_codes_are_told_in_words(hall: RunningHall, capsys: pytest.CaptureFixture[str]) -> None:
    client = HallClient(hall.base, "")
    codes = []
    for number in range(20):
        with pytest.raises(HallRefusedError) as refused:
            client.post("/devices/pair", {"code": f"ABCD-23{number + 22:02}", "kind": "kiosk"})
        codes.append(refused.value.code)
    client.close()
    assert codes[-1] == "too_many_tries"
    assert run(["kiosk", "--hall", hall.base, "--code", "ABCD-2345", "--token-file", "/nowhere/at/all"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_foreign_service_and_a_wrong_address_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kiosk.token"
    everything = ASGIResponse(body=b"welcome", media_type="text/plain")
    with served(everything) as foreign:
        for address in (foreign, "10.0.0.5"):
            assert run(["kiosk", "--hall", address, "--code", "ABCD-2345", "--token-file", str(path)]) == 1
            said = capsys.readouterr().err
            assert "main.py pair: " in said
            assert address in said
    assert list(tmp_path.iterdir()) == []


class OverTls:
    """A hall's side of pairing over HTTPS: it offers its authority and notes what else it was asked."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.served = Served(folder, self)
        self.pem = (folder / AUTHORITY).read_text(encoding="ascii")
        self.string = pairing_string("K70Q2X11", ssl.PEM_cert_to_DER_cert(self.pem))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        self.asked.append(scope["path"])
        if scope["path"] == AUTHORITY_PATH:
            await ASGIResponse(body=self.pem.encode())(scope, receive, send)
        else:
            told = {"device": "d1", "kind": "board", "token": "its token", "counter": None}
            await ASGIResponse(body=json.dumps(told).encode(), status_code=201)(scope, receive, send)


@pytest.fixture
def over_tls(tmp_path: Path) -> Iterator[OverTls]:
    hall = OverTls(tmp_path / "tls")
    yield hall
    hall.served.stop()


def test_over_https_the_authority_is_checked_and_kept_beside_the_token(over_tls: OverTls, tmp_path: Path) -> None:
    path = tmp_path / "board.token"
    asked = ["board", "--hall", over_tls.served.url, "--token-file", str(path)]
    assert run([*asked, "--code", over_tls.string.lower().replace("0", "o")]) == 0
    assert path.read_text() == "its token"
    assert (tmp_path / "board.hall.pem").read_text() == over_tls.pem
    assert over_tls.asked == [AUTHORITY_PATH, "/api/v1/devices/pair"]


@pytest.mark.parametrize("kind", ["another hall", "bare code", "mistyped"])
def test_a_hall_that_is_not_the_strings_own_gets_no_code(
    over_tls: OverTls, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    typed, told = {
        "another hall": (pairing_string("K70Q2X11", b"another"), "is not the hall of this pairing string"),
        "bare code": ("K70Q-2X11", "the whole pairing string is needed"),
        "mistyped": (over_tls.string[:-1] + ("2" if over_tls.string[-1] != "2" else "3"), "is mistyped"),
    }[kind]
    asked = ["board", "--hall", over_tls.served.url, "--token-file", str(tmp_path / "board.token")]
    assert run([*asked, "--code", typed]) == 1
    assert told in capsys.readouterr().err
    assert set(over_tls.asked) <= {AUTHORITY_PATH}
    assert list(tmp_path.glob("board.*")) == []


def test_a_string_with_a_fingerprint_is_not_spent_over_plain_http(
    hall: RunningHall, over_tls: OverTls, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["board", "--hall", hall.base, "--token-file", str(tmp_path / "board.token")]
    assert run([*asked, "--code", over_tls.string]) == 1
    assert "give its address as https://" in capsys.readouterr().err


def test_an_authority_that_is_known_already_needs_the_code_alone(over_tls: OverTls, tmp_path: Path) -> None:
    path = tmp_path / "board.token"
    asked = ["board", "--hall", over_tls.served.url, "--token-file", str(path), "--code", "K70Q-2X11"]
    assert run([*asked, "--hall-ca", str(tmp_path / "tls" / AUTHORITY)]) == 0
    assert (tmp_path / "board.hall.pem").read_text() == over_tls.pem
    own_tls(tmp_path / "other")
    assert run([*asked, "--hall-ca", str(tmp_path / "other" / AUTHORITY)]) == 1
