"""Print the completion script of a shell, and complete command lines of `dawr` when the shell asks."""

from __future__ import annotations

import importlib
import importlib.util
import os

from commands import COMMANDS, is_here
from common.configuration.command_parser import COMPLETING, CommandParser

SHELLS = ("bash", "zsh", "fish", "powershell")


def run(argv: list[str]) -> int:
    """Print what the shell evaluates, such as `eval "$(dawr completion bash)"` in .bashrc."""
    parser = CommandParser(prog="completion", description=__doc__)
    parser.add_argument("shell", choices=SHELLS)
    given = parser.parse_args(argv)
    print(importlib.import_module("argcomplete").shellcode(["dawr"], shell=given.shell))
    return 0


def complete() -> int:
    """Give the shell what could stand at the cursor: commands, then the options and words of the command."""
    if importlib.util.find_spec("argcomplete") is None:  # nothing is installed because somebody pressed Tab
        return 0
    line = os.environ.get("COMP_LINE", "")[: int(os.environ.get("COMP_POINT", "0"))]
    typed = line.split()[1:] if line.endswith(" ") else line.split()[1:-1]
    commands = [name for name, command in COMMANDS.items() if is_here(command)]
    if not typed:
        parser = CommandParser(prog="")
        parser.add_argument("--version", action="store_true")
        parser.add_argument("command", choices=commands)
        parser.parse_args([])
    elif typed[0] in commands:
        os.environ[COMPLETING] = "2"  # the line's second word is the command, and its options follow
        importlib.import_module(COMMANDS[typed[0]].module).run([])
    return 0
