"""Make the id of a visit at the kiosk, so that a second try to issue it is the same visit."""

from __future__ import annotations

import secrets
import time
from uuid import UUID


def uuid7(unix_ms: int, random: int) -> UUID:
    """Return the UUID version 7 of a time in ms and 74 random bits (higher bits are ignored).

    >>> uuid7(0x0193_5000_0000, 0)
    UUID('01935000-0000-7000-8000-000000000000')
    """
    high, low = (random >> 62) & 0xFFF, random & 0x3FFF_FFFF_FFFF_FFFF
    return UUID(int=(unix_ms & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def new_visit_id() -> str:
    """Return a fresh visit id."""
    return str(uuid7(time.time_ns() // 1_000_000, secrets.randbits(74)))
