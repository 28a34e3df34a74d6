r"""What made a clip, kept in the WAV itself: the file's INFO chunk names the software, as the format provides.

>>> made_by_of(marked(b"RIFF\x04\x00\x00\x00WAVE", SYNTHESISER))
'espeak-ng'
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

SYNTHESISER = "espeak-ng"
"""Stands in a clip that no person has spoken."""
RECORDER = "dawr voice record"
_TAIL_BYTES = 128
"""The mark is the last chunk of the file."""


def marked(wav: bytes, made_by: str) -> bytes:
    """Return the WAV file with a last chunk that names what made it."""
    name = made_by.encode("ascii") + b"\0"
    name += b"\0" * (len(name) % 2)
    info = b"INFO" + b"ISFT" + struct.pack("<I", len(name)) + name
    body = wav[8:] + b"\0" * (len(wav) % 2) + b"LIST" + struct.pack("<I", len(info)) + info
    return b"RIFF" + struct.pack("<I", len(body)) + body


def made_by_of(tail: bytes) -> str:
    """Return what made the clip whose last bytes these are; empty where it does not say."""
    _, found, rest = tail.rpartition(b"ISFT")
    if not found or len(rest) < 4:
        return ""
    length = int(struct.unpack("<I", rest[:4])[0])
    return rest[4 : 4 + length].rstrip(b"\0").decode("ascii", "replace")


def is_synthetic(clip: Path) -> bool:
    """Return whether no person has spoken this clip; a file that cannot be read is not."""
    try:
        with clip.open("rb") as file:
            file.seek(max(0, clip.stat().st_size - _TAIL_BYTES))
            return made_by_of(file.read()) == SYNTHESISER
    except OSError:
        return False


def count_synthetic(folder: Path, names: Iterable[str]) -> int:
    """Return how many clips of a voice no person has spoken."""
    return sum(is_synthetic(folder / f"{name}.wav") for name in names)
