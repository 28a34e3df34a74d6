"""The sealed copy of a hall's database at the centre: it travels in parts, and counts once it is whole."""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message

PART_BYTES = 512 * 1024
"""Bytes of a part, at most."""

MOST_PARTS = 1024
"""Parts of a copy, at most."""


class HallCopy(Message, frozen=True):
    """A whole copy: its name, its number of parts, and the SHA-256 digest of all parts in hex.

    PUT /v1/halls/{hall}/copy completes it; GET answers with the newest one, and when the centre received it.
    """

    name: str
    parts: int
    digest: str
    received_at: datetime | None = None
