"""`main.py config`: a settings file is checked as its program would read it, and shown without secrets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands.config import run

WRONG = '# ours\nprot = 1\ncopies_kept = 0\nport = "8080"\ncentre_token = "ours"\n'


def test_a_check_names_file_line_and_key_of_all_that_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(WRONG, encoding="utf-8")
    assert run(["check", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == [f"{file}:{line}:" for line in (2, 3, 4, 5)]
    assert "the nearest one is port" in lines[0]
    assert run(["check", str(file), "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["files"]
    assert (found["program"], found["file"], found["problems"]) == ("hall", str(file), lines)


def test_a_file_in_order_is_called_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "hall.toml"
    file.write_text("port = 8081\n", encoding="utf-8")
    assert run(["check", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: in order\n"


def test_values_are_shown_with_their_sources_and_without_secrets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HALL_CENTRE_TOKEN", "the secret")
    file = tmp_path / "hall.toml"
    file.write_text('# ours\nport = 8081\ndatabase = "postgresql://hall:pass@db/hall"\n', encoding="utf-8")
    assert run(["show", "hall", "--config", str(file)]) == 0
    shown = capsys.readouterr().out
    assert f"port = 8081  # {file}:2\n" in shown
    assert "copies_kept = 48  # default\n" in shown
    assert 'database = "postgresql://hall:***@db/hall"' in shown
    assert 'centre_token = "(secret)"  # variable HALL_CENTRE_TOKEN\n' in shown
    assert "the secret" not in shown
    assert run(["show", "hall", "port", "--config", str(file)]) == 0
    assert capsys.readouterr().out == "8081\n"


@pytest.mark.parametrize("wrong", [["check", "kitchen.toml"], ["show", "hall", "prot"]])
def test_a_program_or_key_that_does_not_exist_is_refused(wrong: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"main\.py config: "):
        run(wrong)
