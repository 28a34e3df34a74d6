"""Completion in a real bash, and the options that every command has."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import COMMANDS, GROUPS
from tests.helpers.command_parsers import parser_of

ROOT = Path(__file__).parents[3]
ASK = """
eval "$(dawr completion bash)"
COMP_LINE="$1"; COMP_POINT=${#1}; COMP_TYPE=9; COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
export COMP_LINE COMP_POINT COMP_TYPE
_python_argcomplete dawr "${COMP_WORDS[-1]}" x
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a path on which `dawr` is, as an editable installation has it."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "dawr"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m dawr "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.process
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("dawr ki", {"kiosk"}),
        ("dawr co", {"config", "counter", "completion"}),
        ("dawr doctor --cop", {"--copies"}),
        ("dawr completion z", {"zsh"}),
        ("dawr report ver", {"verify"}),
        ("dawr dance --", set()),
    ],
)
def test_bash_completes_commands_options_and_words(path: str, line: str, found: set[str]) -> None:
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "deploy" / "wheel")}
    done = subprocess.run(
        ["bash", "--norc", "-c", ASK, "bash", line], env=environment, capture_output=True, text=True, check=True
    )
    assert {word.strip() for word in done.stdout.splitlines() if word.strip()} == found


def test_the_groups_of_the_help_hold_each_command_once() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert len(grouped) == len(set(grouped)) > 30
    assert set(grouped) <= set(COMMANDS)


LISTS_OR_CHECKS = re.compile(r"^(list|check|show|say all|say of|what waits|compare|ask)\b", re.IGNORECASE)
FILES_ALONE = {"tokens"}
"""Checks a generated file against its source, as `printer supported` does: the exit code says it all."""


def parts_of(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Return each sub-command with its help; of a command without any, the command."""
    subs = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not subs:
        yield name, COMMANDS[name].help, parser
    for action in subs:
        helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
        yield from ((f"{name} {word}", helps.get(word, ""), below) for word, below in action.choices.items())


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - FILES_ALONE))
def test_what_lists_or_checks_answers_as_json_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for word, text, parser in parts_of(parser_of(name, monkeypatch), name):
        options = {option for action in parser._actions for option in action.option_strings}
        if word != "printer supported" and (LISTS_OR_CHECKS.match(text) or "--check" in options):
            assert "--json" in options, f"{word}: {text}"


def test_the_rule_finds_what_it_looks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = parts_of(parser_of("admin", monkeypatch), "admin")
    found = [word for word, text, _ in parts if LISTS_OR_CHECKS.match(text)]
    assert {"admin tokens", "admin devices"} <= set(found)
    assert not set(found) & {"admin pin", "admin pair", "admin revoke"}
