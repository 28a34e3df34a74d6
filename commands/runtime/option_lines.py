"""A program's settings as lines of options: put values into them, and leave every other line as it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping


def with_options(text: str, values: Mapping[str, str]) -> str:
    """Return the lines with each option set to its value, in the place of its first line, also of a commented one.

    What else stands on that line stays, on one of its own. An option that stands there with this value already stays
    with all its lines, as a hall with a stand-by has two; a slash at the end of an address makes no other value.

    >>> with_options("# --hall URL", {"hall": "http://a", "counter": "5"}).splitlines()
    ['--counter 5', '--hall http://a']
    """
    for name, value in values.items():
        text = _with_option(text, name, value)
    return text


def _with_option(text: str, name: str, value: str) -> str:
    given = re.compile(rf"(?<!\S)--{name}(?:=|\s+)(\S+)")
    lines = text.splitlines()
    settings = [line.partition("#")[0] for line in lines]
    if any(found.rstrip("/") == value.rstrip("/") for setting in settings for found in given.findall(setting)):
        return text
    rests = {at: _rest(given, lines[at]) for at, setting in enumerate(settings) if given.search(setting)}
    if not rests:
        commented = re.compile(rf"\s*#[\s#]*--{name}(?![\w-])")
        rests = dict([(at, "") for at, line in enumerate(lines) if commented.match(line)][:1])
    written, kept = [f"--{name} {value}"], []
    for at, line in enumerate(lines):
        if at not in rests:
            kept.append(line)
            continue
        kept += written + ([rests[at]] if rests[at] else [])
        written = []
    return "".join(f"{line}\n" for line in written + kept)


def _rest(given: re.Pattern[str], line: str) -> str:
    """Return what else stands on a line; nothing where that is a comment alone."""
    setting, mark, comment = line.partition("#")
    others = given.sub("", setting).strip()
    return f"{others}  {mark}{comment}".rstrip() if others else ""
