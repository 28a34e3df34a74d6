r"""Take ESC/POS bytes apart into commands.

>>> split_command(b"\x1bJ\x10rest")
b'\x1bJ\x10'
"""

from __future__ import annotations

# Commands of fixed length: prefix and letter, then this many parameter bytes.
_ESC = {
    "@": 0, "a": 1, "J": 1, "d": 1, "!": 1, "E": 1, "G": 1, "-": 1, "M": 1, "2": 0, "3": 1, "t": 1, "R": 1, "V": 1,
    "{": 1, " ": 1, "p": 3, "B": 2, "$": 2, "\\": 2, "L": 0, "S": 0, "T": 1, "i": 0, "m": 0, "c": 2, "=": 1, "r": 1,
}  # fmt: skip
_GS = {
    "!": 1,
    "B": 1,
    "L": 2,
    "W": 2,
    "P": 2,
    "a": 1,
    "r": 1,
    "I": 1,
    "H": 1,
    "h": 1,
    "w": 1,
    "f": 1,
    "b": 1,
    "/": 1,
    ":": 0,
}
_RASTER_HEADER = 8
_DEFINITION_HEADER = 15
_DEFINITIONS = (b"0C", b"0S")


def split_command(stream: bytes | bytearray) -> bytes:
    """Return the first whole command of the stream, empty when more bytes are needed.

    Text comes one byte at a time. Of a raster picture (GS v 0) and of a picture to keep (GS ( L, functions 67 and 83)
    only the header is returned: its rows follow as data.
    """
    head = bytes(stream[:16])
    size = _size(head)
    return bytes(stream[:size]) if 0 < size <= len(stream) else b""


def _size(head: bytes) -> int:
    """Return the length of the first command, 0 when the bytes so far do not tell."""
    if not head:
        return 0
    match head[0]:
        case 0x1B:
            return _escape_size(head)
        case 0x1D:
            return _group_size(head)
        case 0x10:
            return _real_time_size(head)
        case 0x1C:
            return 2 if head[1:2] in (b".", b"&") else 3
    return 1


def _escape_size(head: bytes) -> int:
    if len(head) < 2:
        return 0
    if head[1:2] == b"*":
        if len(head) < 5:
            return 0
        columns = head[3] | head[4] << 8
        return 5 + columns * (3 if head[2] in (32, 33) else 1)
    return 2 + _ESC.get(chr(head[1]), 0)


def _group_size(head: bytes) -> int:
    if len(head) < 3:
        return 0
    letter = chr(head[1])
    if letter == "v":
        return _RASTER_HEADER
    if letter == "V":
        return 4 if head[2] in (65, 66, 97, 98, 103, 104) else 3
    if letter == "(" and head[2:3] == b"L":
        return _graphics_size(head)
    if letter == "(":
        return 5 + (head[3] | head[4] << 8) if len(head) >= 5 else 0
    return 2 + _GS.get(letter, 1)


def _graphics_size(head: bytes) -> int:
    if len(head) < 7:
        return 0
    return _DEFINITION_HEADER if head[5:7] in _DEFINITIONS else 5 + (head[3] | head[4] << 8)


def _real_time_size(head: bytes) -> int:
    if len(head) < 3:
        return 0
    if head[1] in (0x04, 0x05):
        return 3
    if head[1] == 0x14:
        return 10 if head[2] == 8 else 5
    return 1
