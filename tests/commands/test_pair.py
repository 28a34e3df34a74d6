"""Pairing a device from its own machine: with a good code, a bad one, a foreign server, and nowhere to write."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.response.base import ASGIResponse

from commands.config import problems_of
from commands.hall_client import HallClient, HallRefusedError
from commands.pair import run
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread
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
