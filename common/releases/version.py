"""Which version a release folder has, and the order of versions."""

from __future__ import annotations

import re
from pathlib import Path

_NUMBERS = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){1,3}")
_NAMED = re.compile(r'^VERSION = "(.+)"$', re.MULTILINE)


def version_of(root: Path) -> str:
    """Return the version of the programs in a folder, of which none is loaded; raise OSError or ValueError."""
    found = _NAMED.search((root / "common" / "version.py").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{root / 'common/version.py'} names no version")
    return found[1]


def order_of(version: str) -> tuple[int, ...]:
    """Return what versions are compared by; raise ValueError for what is no version.

    >>> order_of("0.10.0") > order_of("0.9.2")
    True
    """
    if _NUMBERS.fullmatch(version) is None:
        raise ValueError(f"{version!r} is not a version like 0.3.0")
    return tuple(map(int, version.split(".")))


def is_at_least(app: str | None, version: str) -> bool:
    """Return whether a program's own word on its version is this one or a newer one.

    >>> is_at_least("0.10.0+abc", "0.9.0"), is_at_least(None, "0.9.0")
    (True, False)
    """
    try:
        return order_of((app or "").partition("+")[0]) >= order_of(version)
    except ValueError:
        return False
