"""The order of versions."""

from __future__ import annotations

import re

_NUMBERS = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){1,3}")


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
