"""The trial: well for long enough, never up, well and then not, and nobody who can say."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from commands.update import device_unit
from commands.update.device_unit import CounterUnit
from commands.update.release_folder import ReleaseFolder
from commands.update.sources.source import AwayError
from commands.update.trial import watch

AWAY = "the hall is away"


def tried(*answers: str, start_s: float = 600, healthy_s: float = 0.01) -> tuple[str, str]:
    """Return why the trial with these answers, the last one again and again, fails."""
    left = list(answers)

    def answer() -> str:
        now = left.pop(0) if len(left) > 1 else left[0]
        if now == AWAY:
            raise AwayError(now)
        return now

    problem = watch(answer, lambda _line: None, start_s=start_s, healthy_s=healthy_s)
    return (problem.code, problem.text) if problem else ("", "")


@pytest.mark.parametrize("answers", [("",), ("old", ""), (AWAY, ""), ("", AWAY, "")])
def test_what_is_well_for_long_enough_is_kept_also_when_nobody_could_say_for_a_while(answers: tuple[str, ...]) -> None:
    assert tried(*answers) == ("", "")


def test_what_never_comes_up_is_undone() -> None:
    assert tried("version 1 answers", start_s=0)[0] == "not_started"
    assert tried(AWAY, start_s=0) == ("not_started", f"it did not come up within 0 s: {AWAY}")


def test_what_came_up_and_is_not_well_is_undone_at_once() -> None:
    assert tried("", "it hangs", healthy_s=60) == ("not_well", "it came up and was not well afterwards: it hangs")


@pytest.mark.process
@pytest.mark.parametrize(("loads", "code"), [("import json", ""), ("import nothing_like_it", "not_started")])
def test_the_program_of_a_counter_pc_must_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loads: str, code: str
) -> None:
    monkeypatch.setattr(device_unit, "LOADS", loads)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)  # nobody may not read the Python of a developer's machine
    folder = ReleaseFolder(tmp_path)
    python = folder.path("0.3.0") / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    problem = CounterUnit(folder).trial("0.3.0", print)
    assert (problem.code if problem else "") == code, problem


def test_a_release_whose_python_is_gone_does_not_load(tmp_path: Path) -> None:
    problem = CounterUnit(ReleaseFolder(tmp_path)).trial("0.3.0", print)
    assert problem is not None
    assert problem.code == "not_started"
