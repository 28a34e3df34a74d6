"""Check the settings file of a program, or show the values in effect and where each comes from."""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path

from commands.runtime.settings_files import PROGRAMS
from common.configuration.command_parser import CommandParser
from common.configuration.describe import effective
from common.configuration.parser import SettingsError, SettingsParser, default_file
from common.text.program_name import program_name

SETUP_FILE = "hall-setup.toml"


def run(argv: list[str]) -> int:
    """Check or show; 0 when the file is in order, 1 when it is not."""
    options = CommandParser(prog="config", description=__doc__)
    commands = options.add_subparsers(required=True, metavar="check|show")
    check = commands.add_parser("check", help="say all that is wrong in settings files, with line and key")
    check.add_argument("what", nargs="?", default="", metavar="NAME|FILE", help="a program or a file; else every file")
    check.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    check.set_defaults(act=_check)
    show = commands.add_parser("show", help="show the values in effect and where each comes from, without secrets")
    show.add_argument("program", choices=PROGRAMS, metavar="NAME", help=f"one of {', '.join(PROGRAMS)}")
    show.add_argument("key", nargs="?", metavar="KEY", help="print the value of this key alone")
    show.add_argument("--json", action="store_true", help="one JSON object with value and source of each key")
    show.add_argument("--config", type=Path, metavar="FILE", help="another file than the program's usual one")
    show.set_defaults(act=_show)
    given = options.parse_args(argv)
    return int(given.act(given))


def program_parser(name: str) -> SettingsParser:
    """Return the parser of a program's settings."""
    parser: SettingsParser = importlib.import_module(PROGRAMS[name]).parser()
    return parser


def problems_of(name: str, file: Path | None) -> tuple[Path | None, list[str]]:
    """Return the file of a program and all that the program would refuse in it."""
    parser = program_parser(name)
    given = parser.read_arguments([] if file is None else ["--config", str(file)])
    try:
        importlib.import_module(PROGRAMS[name]).read_config(parser, given)
    except SettingsError as error:
        return parser.file.path, error.problems
    return parser.file.path, []


def _check(given: argparse.Namespace) -> int:
    found = []
    for name, file in _files(given.what):
        path, problems = problems_of(name, file)
        found.append({"program": name, "file": str(path), "problems": problems})
    if given.json:
        print(json.dumps({"files": found}, ensure_ascii=False))
    else:
        for one in found:
            print("\n".join(one["problems"] or [f"{one['file']}: in order"]))
        if not found:
            print("there is no settings file on this machine")
    return 1 if any(one["problems"] for one in found) else 0


def _files(what: str) -> list[tuple[str, Path | None]]:
    """Return the programs and files to check; a file's name begins with its program's, as in `keypad-3.toml`."""
    if what in PROGRAMS:
        return _installed(what) or [(what, None)]
    if what:
        name = Path(what).stem.partition("-")[0]
        if Path(what).name == SETUP_FILE:
            raise SystemExit(
                f"{program_name()} config: {what} is a set-up file: check it with {program_name()} hall --check {what}"
            )
        if name not in PROGRAMS:
            raise SystemExit(f"{program_name()} config: {what}: its name names no program: use {', '.join(PROGRAMS)}")
        return [(name, Path(what))]
    return [found for name in PROGRAMS for found in _installed(name)]


def _installed(name: str) -> list[tuple[str, Path | None]]:
    """Return the settings files of a program on this machine; each keypad has one, with the number of its counter."""
    usual = default_file(name)
    return [(name, file) for file in (usual, *sorted(usual.parent.glob(f"{name}-[0-9]*.toml"))) if file.exists()]


def _show(given: argparse.Namespace) -> int:
    parser = program_parser(given.program)
    parser.read_arguments([] if given.config is None else ["--config", str(given.config)])
    rows = list(effective(parser))
    if given.key is not None:
        for row in rows:
            if row.key == given.key:
                print("" if row.value is None else row.value)
                return 0
        raise SystemExit(f"{program_name()} config: {given.program} has no key {given.key}")
    if given.json:
        keys = {row.key: {"value": row.value, "source": row.source} for row in rows}
        print(json.dumps({"keys": keys, "problems": parser.file.problems}, ensure_ascii=False, default=str))
        return 1 if parser.file.problems else 0
    for row in rows:
        print(f"{row.key} = {json.dumps(row.value, ensure_ascii=False)}  # {row.source}")
    for problem in parser.file.problems:
        print(f"# {problem}")
    return 1 if parser.file.problems else 0
