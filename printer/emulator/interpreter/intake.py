r"""Spot real-time commands in what comes in, wherever they stand, as a printer's receiver does.

>>> Intake().split(b"ab\x10\x04\x01cd")
[(b'ab\x10\x04\x01', b'\x10\x04\x01'), (b'cd', b'')]
"""

from __future__ import annotations

_DLE = 0x10


class Intake:
    """Remembers a command that is split over two chunks. The bytes of a command also go into the buffer."""

    def __init__(self) -> None:
        self._begun = b""

    def split(self, chunk: bytes) -> list[tuple[bytes, bytes]]:
        """Return the chunk in parts: bytes for the buffer, then the real-time command that they end with, if any."""
        stream, passed = self._begun + chunk, len(self._begun)
        parts: list[tuple[bytes, bytes]] = []
        at = stream.find(_DLE)
        while at >= 0:
            size = _real_time_size(stream[at:])
            if size == 0:
                break
            if size > 1:
                parts.append((stream[passed : at + size], stream[at : at + size]))
                passed = at + size
            at = stream.find(_DLE, at + size)
        parts.append((stream[passed:], b""))
        self._begun = stream[at:] if at >= 0 else b""
        return parts


def _real_time_size(stream: bytes) -> int:
    """Return the length of the real-time command at the stream's head, 1 for none, 0 when it may still become one."""
    if len(stream) < 3:
        return 0 if len(stream) < 2 or stream[1] in b"\x04\x05\x14" else 1
    if stream[1] in b"\x04\x05":
        return 3
    if stream[1] == 0x14:
        size = 10 if stream[2] == 8 else 5
        return size if len(stream) >= size else 0
    return 1
