"""What can be said before anything is installed: a command's help, and names and places that are wrong. Stdlib only."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import ModuleType

from commands import COMMANDS
from commands.runtime import environment

CHECKED = frozenset({"bench", "setup"})
"""Commands whose module reads on a bare Python and has a `check(argv)`, which ends with what is wrong."""
HELP = frozenset({"-h", "--help"})


def said(name: str, rest: Sequence[str]) -> int | None:
    """Return the exit code where all is said already, None where the command has to run.

    SystemExit as argparse raises it, after a help or a mistake.
    """
    if not HELP.isdisjoint(rest):
        return _help(name, rest)
    if name in CHECKED:
        _module(name).check(list(rest))
    return None


def _help(name: str, rest: Sequence[str]) -> int | None:
    try:
        return int(_module(name).run(list(rest)))
    except ModuleNotFoundError:  # its options are named by what needs packages that are not here
        return _short_help(name)


def _module(name: str) -> ModuleType:
    return importlib.import_module(COMMANDS[name].module)


def _short_help(name: str) -> int | None:
    """Print what a command does, and how to get its options; return None where its packages are there to print them."""
    command = COMMANDS[name]
    if environment.is_made(command.needs):
        return None
    installs = "lint" if command.needs == "test" else "doctor"
    print(f"usage: python3 main.py {name} [OPTIONS]\n\n{command.help}\n")
    print("The packages of this program are not installed yet, so its options cannot be listed here.")
    print(f"Read them in docs/settings.md under {name!r}, or install the packages (into .venv) and ask again:")
    print(f"  python3 main.py {installs}\n  python3 main.py {name} --help")
    return 0
