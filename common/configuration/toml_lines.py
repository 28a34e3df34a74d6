"""Find the line of a key in a TOML text, which tomllib does not tell, to show a mistake where it stands."""

from __future__ import annotations

import re
from collections import defaultdict

_HEADER = re.compile(r"^\s*\[(?P<double>\[)?\s*(?P<name>[^\]]+?)\s*\]")
_KEY = re.compile(r"""^\s*(?P<key>[\w-]+|"[^"]*")\s*=""")
_STEP = re.compile(r"\[(\d+)\]$")


def key_lines(text: str) -> dict[str, int]:
    r"""Return the line (1 and up) of each table and key by its path.

    >>> key_lines('[hall]\ncode = "m"\n[[service]]\nprefix = "A"\n[[service]]\nprefix = "B"\n')["service[1].prefix"]
    6
    """
    lines: dict[str, int] = {}
    counts: dict[str, int] = defaultdict(int)
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = header["name"].replace('"', "")
            if header["double"]:
                counts[table] += 1
                table = f"{table}[{counts[table] - 1}]"
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            name = key["key"].strip('"')
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines


def line_of(path: str, lines: dict[str, int]) -> int | None:
    """Return the line of `path`, or of the nearest table or key around it that stands in the file.

    >>> line_of("service[1].names.en", {"service[1]": 5, "service[1].names": 7})
    7
    """
    while path:
        if path in lines:
            return lines[path]
        step = _STEP.search(path)
        path = path[: step.start()] if step else path.rpartition(".")[0]
    return None
