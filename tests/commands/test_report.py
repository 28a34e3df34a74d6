"""The command tells in a sentence whether a file was changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import report
from figures.reports.seal import Kind, sealed
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread


@pytest.fixture
def right(tmp_path: Path) -> Path:
    file = tmp_path / "right.csv"
    file.write_bytes(sealed(b"Visits,46\r\n", Kind.CSV))
    return file


@pytest.fixture
def changed(tmp_path: Path, right: Path) -> Path:
    file = tmp_path / "changed.csv"
    file.write_bytes(right.read_bytes().replace(b"46", b"45"))
    return file


def test_a_file_as_it_was_made_is_right(right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report.run(["verify", str(right)]) == 0
    assert capsys.readouterr().out == f"{right} is as it was made: its digest is right\n"


def test_one_that_was_changed_is_told_among_others(
    right: Path, changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report.run(["verify", str(right), str(changed)]) == 1
    assert f"{changed} was changed after it was made" in capsys.readouterr().out


def test_for_a_script_it_is_json(right: Path, changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report.run(["verify", "--json", str(right), str(changed)]) == 1
    assert json.loads(capsys.readouterr().out) == {str(right): "right", str(changed): "changed"}


def test_a_file_of_something_else_has_no_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.csv").write_text("Visits,46")
    assert report.run(["verify", str(tmp_path / "x.csv")]) == 1
    assert "carries no digest" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report.run(["verify", str(tmp_path / "none.pdf")]) == 2
    assert "none.pdf cannot be read: No such file" in capsys.readouterr().err


@pytest.fixture
def sending(tmp_path: Path) -> Iterator[RunningHall]:
    more = f'\n[[report]]\nname = "daily"\nformats = ["csv"]\nfolder = "{tmp_path / "share"}"\n'
    with hall_in_a_thread(tmp_path, setup=SETUP + more) as running:
        yield running


@pytest.mark.allow_logs
def test_a_report_leaves_when_it_is_asked_for_or_says_why_not(
    sending: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sending.issue()
    good(sending.post("/day/close", "head"))
    place = ["--hall", sending.base, "--token", sending.tokens["head"]]
    assert report.run(["send", "daily", *place]) == 1
    assert f"not delivered, tried 1 times: there is no folder {tmp_path / 'share'}" in capsys.readouterr().out
    (tmp_path / "share").mkdir()
    assert report.run(["send", "daily", *place]) == 0
    assert capsys.readouterr().out.endswith(": delivered\n")
    assert report.run(["list", "--json", *place]) == 0
    assert json.loads(capsys.readouterr().out)[0]["ways"][0]["state"] == "sent"
    assert report.run(["verify", *map(str, (tmp_path / "share").iterdir())]) == 0
    assert report.run(["send", "weekly", *place]) == 2
    assert "there are daily" in capsys.readouterr().err


def test_without_a_token_or_a_hall_it_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(report.TOKEN, raising=False)
    assert report.run(["list"]) == 2
    assert "give a token" in capsys.readouterr().err
    assert report.run(["list", "--hall", "http://127.0.0.1:9", "--token", "x"]) == 2
    assert "does not answer" in capsys.readouterr().err
