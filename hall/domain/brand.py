"""Whose hall it is: the ministry's name and its emblem for each ground it is shown on."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_DATA_URI = re.compile(r"data:(image/svg\+xml|image/png);base64,([A-Za-z0-9+/=]+)")
GROUNDS = ("light", "dark", "paper")
"""Web pages and cards; headers and boards; one-bit paper."""


@dataclass(frozen=True)
class Brand:
    """What visitors see of the ministry; empty where a hall sets none."""

    ministry: Mapping[str, str] = field(default_factory=dict)
    """Its name by language tag."""
    emblems: Mapping[str, str] = field(default_factory=dict)
    """The emblem's file by ground, as a data URI."""


def emblem_file(value: str) -> tuple[str, bytes] | None:
    """Return the media type and the content of a data URI, or None where it is none."""
    found = _DATA_URI.fullmatch(value)
    if found is None:
        return None
    try:
        return found[1], base64.b64decode(found[2], validate=True)
    except binascii.Error:
        return None
