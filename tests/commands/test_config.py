"""`main.py config`: a settings file is checked as its program would read it, and shown without secrets."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from commands.config import problems_of, program_parser, run
from commands.runtime.settings_files import PROGRAMS

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "deploy").glob("*/*.toml"))

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


@pytest.mark.parametrize("commented", [False, True], ids=["as it is", "with its commented keys"])
@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda file: file.name)
def test_a_shipped_file_has_keys_and_values_of_its_program(shipped: Path, tmp_path: Path, *, commented: bool) -> None:
    text = shipped.read_text(encoding="utf-8")
    file = tmp_path / shipped.name
    file.write_text(re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE) if commented else text, encoding="utf-8")
    parser = program_parser(shipped.stem)
    assert parser.read_file(file).problems == []
    # What a technician must do is left: to pair the device, to name its id, to put files in place.
    files = "token_file|centre_token_file|centre_ca|brand|single_sign_on|breached_passwords"
    expected = rf"the device's token|.*({files})[ :]|.*(device|hall|counter) is missing"
    assert [problem for problem in problems_of(shipped.stem, file)[1] if not re.match(expected, problem)] == []


def test_every_program_has_a_shipped_file_and_no_other_dialect_is_left() -> None:
    assert {file.stem for file in SHIPPED} == set(PROGRAMS)
    others = {file.name for kind in ("*.env", "*.conf") for file in (ROOT / "deploy").rglob(kind)}
    assert others == {"nginx.conf", "logind.conf", "sysctl.conf", "usb-storage.conf"}, (
        "these are of nginx, systemd and the kernel"
    )


def test_without_a_name_every_file_of_the_machine_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commands.config.default_file", lambda name: tmp_path / f"{name}.toml")
    for name in ("hall.toml", "hall-setup.toml", "keypad-3.toml", "keypad-12.toml"):
        (tmp_path / name).write_text("prot = 1\n", encoding="utf-8")
    assert run(["check", "--json"]) == 1
    files = json.loads(capsys.readouterr().out)["files"]
    assert [Path(one["file"]).name for one in files] == ["hall.toml", "keypad-12.toml", "keypad-3.toml"]
    assert run(["check", "keypad"]) == 1
    assert capsys.readouterr().out.count("there is no such key") == 2


@pytest.mark.parametrize("wrong", [["check", "kitchen.toml"], ["check", "hall-setup.toml"], ["show", "hall", "prot"]])
def test_a_program_or_key_that_does_not_exist_is_refused(wrong: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"main\.py config: "):
        run(wrong)
