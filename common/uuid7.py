"""UUIDs of version 7 (RFC 9562): the form of the ids that cross process borders; they sort by the time of making."""

from __future__ import annotations

from uuid import UUID

CHANCE_BITS = 74
"""How many bits of an id are chance."""


def uuid7_of(unix_ms: int, chance: int) -> str:
    """Return the UUIDv7 of a time in ms and `CHANCE_BITS` bits of chance (higher bits of either are ignored).

    >>> uuid7_of(0x0193_5000_0000, 0)
    '01935000-0000-7000-8000-000000000000'
    """
    high, low = (chance >> 62) & 0xFFF, chance & 0x3FFF_FFFF_FFFF_FFFF
    return str(UUID(int=(unix_ms & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low))
