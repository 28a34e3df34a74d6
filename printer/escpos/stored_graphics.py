r"""Pictures that a printer keeps: their names, and the commands that define, print, list and delete them.

GS ( L (Epson's graphics): a picture has a key code of two characters, and lies in NV memory, which outlives a power cut
and must be written sparingly, or in RAM, which is lost with the power and at ESC @.

>>> print_command(KeptArt(Memory.NV, b"a7"))
b'\x1d(L\x06\x000Ea7\x01\x01'
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Container
from dataclasses import dataclass
from enum import Enum

from printer.render.bitmap import REAL_TIME_COMMAND, Bitmap, BitmapError

KEY_CHARACTERS = (string.digits + string.ascii_uppercase + string.ascii_lowercase).encode()
_KEYS = len(KEY_CHARACTERS) ** 2
_ONE_COLOUR, _FIRST_COLOUR = 1, 49
_ROWS_TO_TRY = 8


class Memory(Enum):
    """Where a printer keeps pictures; the values are Epson's function numbers: list, delete one, define, print."""

    NV = (64, 66, 67, 69)
    RAM = (80, 82, 83, 85)


@dataclass(frozen=True, slots=True)
class KeptArt:
    """Where one picture lies in the printer."""

    memory: Memory
    key: bytes


def digest_of(picture: Bitmap) -> str:
    """Return the name of a picture's dots, the same in every process."""
    return hashlib.sha256(picture.width.to_bytes(2) + picture.data).hexdigest()[:20]


def key_for(digest: str, salt: str, taken: Container[bytes]) -> bytes:
    """Return a key code that is not taken. Another salt gives other keys, so that a strange printer is noticed."""
    start = int.from_bytes(hashlib.sha256(f"{salt} {digest}".encode()).digest()[:4])
    for step in range(_KEYS):
        high, low = divmod((start + step) % _KEYS, len(KEY_CHARACTERS))
        key = bytes((KEY_CHARACTERS[high], KEY_CHARACTERS[low]))
        if key not in taken:
            return key
    raise BitmapError("the printer's key codes are all taken")


def define_command(art: KeptArt, picture: Bitmap) -> bytes:
    """Return the command that stores a picture; a row of white is added where a real-time command would arise."""
    for rows in range(_ROWS_TO_TRY):
        height = picture.height + rows
        body = b"0" + bytes((art.memory.value[2],)) + art.key + bytes((_ONE_COLOUR,))
        body += picture.width.to_bytes(2, "little") + height.to_bytes(2, "little") + bytes((_FIRST_COLOUR,))
        command = _graphics(body + picture.data + bytes(picture.stride * rows))
        if REAL_TIME_COMMAND.search(command) is None:
            return command
    raise BitmapError("a real-time command stays in the picture however high it is")


def print_command(art: KeptArt) -> bytes:
    """Return the command that prints a stored picture at its own size."""
    return _graphics(b"0" + bytes((art.memory.value[3],)) + art.key + b"\x01\x01")


def list_command(memory: Memory) -> bytes:
    """Return the question which key codes are defined."""
    return _graphics(b"0" + bytes((memory.value[0],)) + b"KC")


def delete_command(art: KeptArt) -> bytes:
    """Return the command that deletes one picture."""
    return _graphics(b"0" + bytes((art.memory.value[1],)) + art.key)


def _graphics(body: bytes) -> bytes:
    return b"\x1d(L" + len(body).to_bytes(2, "little") + body
