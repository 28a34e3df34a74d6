from __future__ import annotations

import pytest

from commands.run.counter import run


def test_a_wrong_command_line_names_everything_that_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--hall", "10.0.0.5", "--counter", "0"]) == 2
    told = capsys.readouterr().err
    assert "--hall 10.0.0.5" in told
    assert "token is missing" in told
    assert "--counter 0" in told


def test_help_names_counter_and_session(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "--counter N" in told
    assert "--session TOKEN" in told
