"""The command tells in a sentence whether a file was changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import report
from dashboard.seal import Kind, sealed


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
