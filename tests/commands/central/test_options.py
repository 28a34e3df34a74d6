"""The centre's settings: from central.toml and options, with every problem at once, also behind its commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands.central.command import run
from commands.config import problems_of


def settings(folder: Path, text: str) -> Path:
    file = folder / "central.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_problem_of_the_file_is_reported_at_once_with_line_and_key(tmp_path: Path) -> None:
    text = (
        'database = "mysql://root:secret@db"\nport = 70000\nlease = 5\ntime_zone = "Moon"\n'
        'trusted_proxy = "nginx"\nkept_years = 1\nopen_pages = "yes"\nbrand = "/none.toml"\n'
    )
    file = settings(tmp_path, text)
    found = [problem.removeprefix(f"{file}:") for problem in problems_of("central", file)[1]]
    assert [problem.partition(":")[0] for problem in found] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert "the nearest one is lease_s" in found[2]
    assert "secret" not in "".join(found)


@pytest.mark.parametrize("before", [True, False], ids=["before the command", "behind it"])
def test_a_command_finds_the_data_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, before: bool
) -> None:
    file = ["--config", str(settings(tmp_path, f'data = "{tmp_path / "kept"}"\nhost = "0.0.0.0"\nport = 9\n'))]
    command = ["enrol", "--hall", "1"]
    assert run([*file, *command] if before else [*command, *file]) == 0
    assert "." in capsys.readouterr().out
    assert (tmp_path / "kept" / "centre.sqlite").exists()
    assert run([*command, *file, "--data", str(tmp_path / "other")]) == 0
    assert (tmp_path / "other" / "centre.sqlite").exists()


def test_the_cleanup_keeps_what_the_file_keeps_unless_its_options_say_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["cleanup", "--json", "--config", str(settings(tmp_path, f'data = "{tmp_path}"\nkept_years = 0\n'))]
    assert run(asked) == 0
    assert "visits" not in json.loads(capsys.readouterr().out)["deleted"]
    assert run([*asked, "--kept-years", "2"]) == 0
    assert "visits" in json.loads(capsys.readouterr().out)["deleted"]


def test_a_command_with_a_wrong_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = settings(tmp_path, f'data = "{tmp_path}"\nprot = 1\n')
    assert run(["enrol", "--hall", "1", "--config", str(file)]) == 2
    assert f"central: {file}:2: prot: there is no such key" in capsys.readouterr().err
    assert not (tmp_path / "centre.sqlite").exists()
