"""A program's settings as lines of options: put values into them, and leave every other line as it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping


def with_options(text: str, values: Mapping[str, str]) -> str:
    """Return the lines with each option set to its value, in the place of its first line, also of a commented one.

    An option that stands there with this value already stays with all its lines, as a hall with a stand-by has two;
    a slash at the end of an address makes no other value.

    >>> with_options("# --hall URL", {"hall": "http://a", "counter": "5"}).splitlines()
    ['--counter 5', '--hall http://a']
    """
    for name, value in values.items():
        text = _with_option(text, name, value)
    return text


def _with_option(text: str, name: str, value: str) -> str:
    active = re.compile(rf"\s*--{name}[ =]+(\S+)")
    lines = text.splitlines()
    if any(found.group(1).rstrip("/") == value.rstrip("/") for line in lines if (found := active.match(line))):
        return text
    possible = [at for at, line in enumerate(lines) if re.match(rf"[\s#]*--{name}(?![\w-])", line)]
    lines_of_it = [at for at in possible if active.match(lines[at])]
    place = min(lines_of_it or possible, default=0)
    kept = [line for at, line in enumerate(lines) if at not in lines_of_it and at != (place if possible else -1)]
    kept.insert(place, f"--{name} {value}")
    return "\n".join(kept) + "\n"
