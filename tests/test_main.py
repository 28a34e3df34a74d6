"""The one file a newcomer starts."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]


def _main(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.process
def test_help_names_every_command() -> None:
    said = _main("--help").stdout
    assert all(f"\n  {name} " in said for name in COMMANDS)


@pytest.mark.process
def test_an_unknown_command_is_named_and_the_known_ones_are_shown() -> None:
    done = _main("dance")
    assert done.returncode == 2
    assert "no command 'dance'" in done.stderr
    assert "simulate" in done.stderr


@pytest.mark.process
@pytest.mark.parametrize("arguments", [["--help"], ["sync", "--help"]])
def test_a_reader_that_closes_the_pipe_ends_a_command_quietly(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "main.py", *arguments],
            cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, "PYTHONUNBUFFERED": ""},  # argparse itself passes over what meets its own writing
        )  # fmt: skip
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_exists_and_has_help(name: str) -> None:
    module = importlib.import_module(COMMANDS[name].module)
    assert module.__doc__
    with pytest.raises(SystemExit) as ended:
        module.run(["--help"])
    assert ended.value.code == 0


def test_a_command_that_needs_the_packages_of_the_tests_is_a_tool_and_no_part_of_the_product() -> None:
    needing = {name: command.module for name, command in COMMANDS.items() if command.needs == "test"}
    assert {"test", "lint", "bench"} <= needing.keys()
    assert {name: module for name, module in needing.items() if not module.startswith("tools.")} == {}
