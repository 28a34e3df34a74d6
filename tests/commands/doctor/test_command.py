"""The doctor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands.demo.setup_file import HALLS
from commands.doctor import command, machine_checks


def test_a_healthy_machine_and_hall_file_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(["--setup", str(HALLS / "small.toml"), "--json"]) == 0
    found = {finding["what"]: finding for finding in json.loads(capsys.readouterr().out)}
    assert found["Python"]["verdict"] == "PASS"
    assert found["SQLite"]["verdict"] == "PASS"
    assert found["set-up file"]["verdict"] == "PASS"


def test_what_is_wrong_is_named_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "hall.toml"
    wrong.write_text("[hall]\n")
    asked = [
        "--setup",
        str(wrong),
        "--data",
        str(tmp_path),
        "--hall",
        "http://127.0.0.1:9",
        "--printer",
        "tcp://127.0.0.1:9",
    ]
    assert command.run([*asked, "--json"]) == 1
    found = {finding["what"]: finding for finding in json.loads(capsys.readouterr().out)}
    for what in ("set-up file", "database", "hall service", "printer"):
        assert found[what]["verdict"] == "FAIL", what
        assert found[what]["to_do"], what


def test_a_check_that_breaks_does_not_hide_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise RuntimeError("no luck")

    monkeypatch.setattr(machine_checks, "clock", broken)
    assert command.run([]) == 1
    said = capsys.readouterr().out
    assert "RuntimeError: no luck" in said
    assert "SQLite" in said
