"""SettingsParser: a program's settings, declared once, from its TOML file and its command line. Stdlib only.

`add_setting` declares a setting as argparse does. It is an option (`--paper-mm 58`) and a key of the program's file
(`paper_mm = 58`). What `add_argument` adds is for one start alone and is not a key of the file.
"""

from __future__ import annotations

import argparse
import difflib
import math
import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from common.configuration.command_parser import CommandParser
from common.configuration.toml_lines import key_lines

_KINDS: Mapping[object, tuple[tuple[type, ...], str]] = {
    bool: ((bool,), "true or false"),
    int: ((int,), "a whole number"),
    float: ((int, float), "a number"),
}


class SettingsError(ValueError):
    """Settings cannot be used; `problems` has one sentence each, with file and line where the file is wrong."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


@dataclass
class SettingsFile:
    """What a file says: `values` by key, `lines` of the keys, and `problems` with their lines."""

    path: Path | None = None
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    exists: bool = True

    def place(self, key: str) -> str:
        """Return where a key stands, as `/etc/dawr/hall.toml:7`."""
        return f"{self.path}:{self.lines[key]}" if key in self.lines else str(self.path)


@dataclass(frozen=True)
class Secret:
    """A secret: it never stands in the file, where `file_key` names the file that holds it."""

    action: argparse.Action
    variable: str
    file_key: str


class OneOrMore(argparse.Action):
    """Collects the values of an option that is given again; the first one replaces the list of the file."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        _option: str | None = None,
    ) -> None:
        """Add a value."""
        before = getattr(namespace, self.dest)
        setattr(namespace, self.dest, [values] if before is self.default else [*before, values])


class SettingsParser(CommandParser):
    """The options of the program NAME; `settings` has those that its file may hold, by key."""

    def __init__(self, name: str, description: str | None = None) -> None:
        super().__init__(prog=name, description=description)
        self.name = name
        self.settings: dict[str, argparse.Action] = {}
        self.secrets: dict[str, Secret] = {}
        self.needed: set[str] = set()
        self.file = SettingsFile()
        """What the last `read_arguments` found in the file."""
        self._of_file: set[str] = set()
        """The keys whose value in effect is the file's."""
        self.add_argument("--config", type=Path, metavar="FILE", help=f"settings file ({default_file(name)})")

    def add_setting(self, option: str, *, needed: bool = False, **how: Any) -> None:  # noqa: ANN401  # as argparse
        """Declare a setting: an option, and a key of the file. Without a `needed` one the program itself refuses."""
        action = self.add_argument(option, **how)
        self.settings[action.dest] = action
        if needed:
            self.needed.add(action.dest)

    def add_secret(self, option: str, *, variable: str, file_key: str, **how: Any) -> None:  # noqa: ANN401
        """Declare a secret: an option and a variable; in the file `file_key` names the file that holds it."""
        action = self.add_argument(option, **how)
        self.secrets[action.dest] = Secret(action, variable, file_key)

    def read_arguments(
        self, argv: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ
    ) -> argparse.Namespace:
        """Return all values: options before variables, variables before the file, the file before the defaults.

        What is wrong in the file stands in `self.file.problems` for `refuse`, together with what the program finds.
        """
        self.file = self.read_file(self.parse_args(argv).config)
        variables = {key: environ[one.variable] for key, one in self.secrets.items() if environ.get(one.variable)}
        usual = {key: self.get_default(key) for key in [*self.settings, *variables]}
        self.set_defaults(**{**self.file.values, **variables})
        given = self.parse_args(argv)
        self.set_defaults(**usual)  # so that the parser can tell its defaults, and read another file
        self._of_file = {key for key, value in self.file.values.items() if getattr(given, key) == value}
        return given

    def refuse(self, problems: Sequence[str]) -> None:
        """Raise SettingsError where the file or the program found problems; those of a file's value get its line.

        A problem of a setting begins with its option, as in `--port 70000: use 0 to 65535`.
        """
        found = [*self.file.problems, *filter(None, map(self._located, problems))]
        if found:
            raise SettingsError(sorted(found, key=self._line))

    def read_file(self, path: Path | None) -> SettingsFile:
        """Return what the file says; the usual file of the program need not be there."""
        file = SettingsFile(path or default_file(self.name))
        try:
            text = file.path.read_text(encoding="utf-8-sig") if file.path else ""
            data = tomllib.loads(text)
        except FileNotFoundError:
            file.exists = False
            if path is not None:
                file.problems.append(f"{path}: there is no such file")
            return file
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            file.problems.append(f"{file.path}: cannot be read: {reason}")
            return file
        file.lines = key_lines(text)
        for key, value in data.items():
            try:
                file.values[key] = self._value(key, value)
            except ValueError as error:
                file.problems.append(f"{file.place(key)}: {key}: {error}")
        return file

    def _value(self, key: str, value: object) -> object:
        if key in self.secrets:
            one = self.secrets[key]
            raise ValueError(f"a secret does not stand here: name its file with {one.file_key}, or set {one.variable}")
        if key not in self.settings:
            near = difflib.get_close_matches(key, self.settings, n=1, cutoff=0)
            raise ValueError(f"there is no such key; the nearest one is {near[0]}")
        action = self.settings[key]
        if isinstance(action, OneOrMore):
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise ValueError(f'expected a list of texts, as in {key} = ["…"]')
            return value
        read: object = bool if isinstance(action, argparse.BooleanOptionalAction) else action.type
        types, words = _KINDS.get(read, ((str,), "a text"))
        if not isinstance(value, types) or (isinstance(value, bool) and read is not bool):
            raise ValueError(f"expected {words}, got {value!r}")
        if action.choices is not None and value not in action.choices:
            raise ValueError(f"expected one of {', '.join(map(str, action.choices))}, got {value!r}")
        return read(value) if callable(read) else value

    def _located(self, problem: str) -> str:
        option, _, rest = problem.partition(" ")
        key = option.strip(":").removeprefix("--").replace("-", "_")
        named = f"{key}{':' if option.endswith(':') else ''} {rest}"
        if option.startswith("--") and key in self._of_file:
            return f"{self.file.place(key)}: {named}"
        if key in self.settings and rest.startswith("is missing") and self.file.lines:
            # A key that is there with a wrong value has its problem already.
            return "" if key in self.file.lines else f"{self.file.path}: {named}"
        return problem

    def _line(self, problem: str) -> float:
        """Return the line of a problem in the file; problems without one stand at the end."""
        line = problem.removeprefix(f"{self.file.path}:").partition(":")[0]
        return int(line) if line.isdecimal() else math.inf


def default_file(name: str) -> Path:
    """Return where the settings of a program are looked for."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Dawr" / f"{name}.toml"
    return Path("/etc/dawr") / f"{name}.toml"
