from __future__ import annotations

import pytest

from commands.kiosk import run


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
