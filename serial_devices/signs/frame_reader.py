"""Read frames as a sign does: the template turned round, with address, text and check bytes told apart.

>>> from serial_devices.signs.frame import read_template
>>> reader = SignReader(read_template("{STX}{addr:02d}{num:>4}{ETX}{xor}"))
>>> reader.feed(bytes.fromhex("02 30 33 20 30 34 37 03 13"))
[ReadFrame(address=3, text=' 047')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from serial_devices.signs.frame import SignTemplate, TemplatePart, check_bytes

LONGEST_FRAME = 128
"""After this many bytes without a frame none will come."""


@dataclass(frozen=True, slots=True)
class ReadFrame:
    """One whole frame: the address it names and the text it shows, spaces kept."""

    address: int
    text: str


class SignReader:
    """Finds whole frames with right check bytes in what comes over a line, in pieces of any size."""

    def __init__(self, template: SignTemplate) -> None:
        self._template = template
        self._pattern = re.compile(b"".join(map(_pattern, template)), re.DOTALL)
        self._line = b""

    def feed(self, data: bytes) -> list[ReadFrame]:
        """Return the frames that `data` completes; damaged ones and noise are passed over."""
        self._line += data
        frames = []
        while (found := self._next()) is not None:
            frame, end = found
            frames.append(frame)
            self._line = self._line[end:]
        self._line = self._line[-LONGEST_FRAME:]
        return frames

    def _next(self) -> tuple[ReadFrame, int] | None:
        at = 0
        while (match := self._pattern.search(self._line, at)) is not None:
            frame = self._checked(match)
            if frame is not None:
                return frame, match.end()
            at = match.start() + 1
        return None

    def _checked(self, match: re.Match[bytes]) -> ReadFrame | None:
        before = b""
        address, text = 0, ""
        pieces = iter(match.groups())
        for part in self._template:
            piece = next(pieces)
            if part.name in {"xor", "sum"} and piece != check_bytes(part, before):
                return None
            if part.name == "addr":
                address = _address(part, piece)
            elif part.name in {"num", "ticket"}:
                text = piece.decode("ascii")
            before += piece
        return ReadFrame(address, text)


def _address(part: TemplatePart, piece: bytes) -> int:
    if part.form.endswith("c"):
        return piece[0]
    return int(piece, 16 if part.form[-1:] in {"x", "X"} else 10)


def _pattern(part: TemplatePart) -> bytes:
    width = re.search(r"\d+", part.form.lstrip("0"))
    size = int(width[0]) if width else 0
    match part.name:
        case "":
            return b"(" + re.escape(part.literal) + b")"
        case "xor" | "sum":
            return b"(..)" if part.form == "hex" else b"(.)"
        case "addr" if part.form.endswith("c"):
            return b"(.)"
        case "addr":
            digit = b"[0-9A-Fa-f]" if part.form[-1:] in {"x", "X"} else b"[0-9]"
            return b"(" + digit + (b"{%d})" % size if size else b"+)")
        case _:
            return b"([ -~]{%d})" % size if size else b"([ -~]*?)"
