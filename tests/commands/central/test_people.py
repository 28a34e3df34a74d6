"""The first administrator is made on the centre's own machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from central.audit.staff_acts import CONSOLE
from commands.central.command import run


def test_somebody_is_added_listed_renewed_and_ended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--data", str(tmp_path)]
    assert run(["person", "list", *place]) == 0
    assert "add the first administrator" in capsys.readouterr().out
    assert run(["person", "add", "--name", "noor", "--role", "admin", *place]) == 0
    assert "set-up code for noor" in capsys.readouterr().out
    assert run(["person", "list", *place]) == 0
    assert capsys.readouterr().out == "noor: admin, invited, last seen never\n"
    assert run(["person", "renew", "--name", "noor", *place]) == 0
    assert run(["person", "end", "--name", "noor", *place]) == 0
    capsys.readouterr()
    assert run(["person", "list", "--json", *place]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["state"], one["added_by"]) == ("disabled", CONSOLE)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["add", "--name", "noor"], "--name and --role"),
        (["renew"], "say --name"),
        (["end", "--name", "huda"], "nobody here"),
        (["add", "--name", "Noor", "--role", "admin"], "sign-in name"),
    ],
)
def test_what_is_missing_or_wrong_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    assert run(["person", *argv, "--data", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
