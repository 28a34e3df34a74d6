from __future__ import annotations

import io
from pathlib import Path

import pytest

from commands.run.kiosk import run
from kiosk.staff_pins.pins import read_pins


def test_a_wrong_command_line_is_told_whole_and_ends_with_two(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DAWR_TOKEN", raising=False)
    assert run(["--hall", "10.0.0.5", "--size", "x"]) == 2
    said = capsys.readouterr().err
    assert [line.split(":")[0] for line in said.strip().split("\n")] == [
        "--hall 10.0.0.5",
        "the device's token is missing",
        "--size x",
        "--device is missing",
        "--printer is missing",
    ]


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for option in (
        "--hall",
        "--token-file",
        "--language",
        "--screen-inches",
        "--size",
        "--picture",
        "--printer",
        "--show-paper",
    ):
        assert option in said


def test_a_language_without_texts_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--hall", "http://127.0.0.1:1", "--token", "t", "--size", "640x480", "--language", "xx"]
    arguments += ["--device", "k1", "--printer", "memory:"]
    assert run(arguments) == 2
    assert "kiosk_xx.ts cannot be read" in capsys.readouterr().err


def set_pin(monkeypatch: pytest.MonkeyPatch, file: Path, name: str, pin: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(pin + "\n"))
    return run(["--set-pin", name, "--staff-pins", str(file)])


def test_a_pin_is_set_from_the_input_and_kept_as_a_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "deep" / "pins.json"
    assert set_pin(monkeypatch, file, "سالم", "471946") == 0
    assert set_pin(monkeypatch, file, "Maryam", "802153") == 0
    assert "press F12" in capsys.readouterr().out
    assert "471946" not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0
    pins = read_pins(file)
    assert [pins.who(pin) for pin in ("471946", "802153", "000000")] == ["سالم", "Maryam", None]


def test_the_settings_that_ship_keep_the_pins_in_the_kiosks_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = Path("deploy/kiosk/kiosk.toml").read_text(encoding="utf-8")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(shipped.replace("/var/lib/dawr-kiosk", str(tmp_path)), encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home-of-root"))
    monkeypatch.setattr("sys.stdin", io.StringIO("471946\n"))
    assert run(["--config", str(settings), "--set-pin", "Salim"]) == 0
    assert read_pins(tmp_path / "staff_pins.json").who("471946") == "Salim"
    assert not (tmp_path / "home-of-root").exists()


def test_a_pin_that_will_not_do_changes_nothing_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pins.json"
    for pin in ("12a", "4719", "47194", "12a456", "123456789"):
        assert set_pin(monkeypatch, file, "Salim", pin) == 2
        assert "to 8 digits" in capsys.readouterr().err
    assert not file.exists()
