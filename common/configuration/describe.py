"""Describe the settings of a program: the table of the documentation, and the values in effect with their sources."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from common.configuration.parser import OneOrMore, SettingsParser

_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*@")


@dataclass(frozen=True)
class Effective:
    """The value of a setting as it is shown, and where it comes from."""

    key: str
    value: object
    source: str


def effective(parser: SettingsParser, environ: Mapping[str, str] = os.environ) -> Iterator[Effective]:
    """Return every setting of the file that the parser read last; of secrets only whether they are set."""
    for key, action in parser.settings.items():
        value, source = action.default, "default"
        if key in parser.file.values:
            value, source = parser.file.values[key], parser.file.place(key)
        yield Effective(key, _shown(value), source)
    for key, secret in parser.secrets.items():
        source = "default"
        if environ.get(secret.variable):
            source = f"variable {secret.variable}"
        elif secret.file_key in parser.file.values:
            source = f"the file that {secret.file_key} names"
        yield Effective(key, None if source == "default" else "(secret)", source)


def table(parser: SettingsParser) -> str:
    """Return the settings as a table in Markdown: key, option, meaning, default."""
    rows = ["| key | option | means | unless given |", "|---|---|---|---|"]
    for key, action in parser.settings.items():
        default = "needed" if key in parser.needed else _default(action)
        rows.append(f"| `{key}` | {_option(action)} | {_means(action)} | {default} |")
    for secret in parser.secrets.values():
        rows.append(f"| variable `{secret.variable}` | {_option(secret.action)} | {_means(secret.action)} | |")
    return "\n".join(rows) + "\n"


def _option(action: argparse.Action) -> str:
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    if isinstance(action, argparse.BooleanOptionalAction):
        return ", ".join(f"`{option}`" for option in action.option_strings)
    return f"`{action.option_strings[0]}{' ' + metavar if metavar else ''}`"


def _means(action: argparse.Action) -> str:
    text = (action.help or "").replace("%%", "%").replace("|", "\\|")
    choices = f" (`{'`, `'.join(map(str, action.choices))}`)" if action.choices else ""
    return f"{text}{choices}{'; a list, the option again for more' if isinstance(action, OneOrMore) else ''}"


def _default(action: argparse.Action) -> str:
    value = _shown(action.default)
    if value in ("", None) or value == []:
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _shown(value: object) -> object:
    if isinstance(value, bool | int | float) or value is None:
        return f"{value:g}" if isinstance(value, float) else value
    if isinstance(value, list):
        return [_shown(one) for one in value]
    if isinstance(value, frozenset):
        return ",".join(sorted(map(str, value)))
    return _PASSWORD.sub(r"\1:***@", str(value))
