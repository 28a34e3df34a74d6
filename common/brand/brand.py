"""Whose hall or centre it is: the ministry's name and its emblem for each ground it is shown on."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_DATA_URI = re.compile(r"data:(image/svg\+xml|image/png);base64,([A-Za-z0-9+/=]+)")
GROUNDS = ("light", "dark", "paper")
"""Web pages and cards; headers and boards; one-bit paper."""


@dataclass(frozen=True)
class Brand:
    """What is shown of the ministry; empty where none is set."""

    ministry: Mapping[str, str] = field(default_factory=dict)
    """Its name by language tag."""
    emblems: Mapping[str, str] = field(default_factory=dict)
    """The emblem's file by ground, as a data URI."""


def emblem_paths(brand: Brand, prefix: str) -> dict[str, str]:
    """Return by ground where the emblems lie below `prefix`; the address changes with the file."""
    return {
        ground: f"{prefix}/{ground}?{hashlib.sha256(value.encode()).hexdigest()[:12]}"
        for ground, value in brand.emblems.items()
    }


def emblem_file(value: str) -> tuple[str, bytes] | None:
    """Return the media type and the content of a data URI, or None if `value` is not one."""
    found = _DATA_URI.fullmatch(value)
    if found is None:
        return None
    try:
        return found[1], base64.b64decode(found[2], validate=True)
    except binascii.Error:
        return None
