r"""Take a printer's line apart into replies.

A printer answers on one line, unnumbered, and mixes answers to different questions. The bits tell them apart:

>>> reader = ReplyReader()
>>> reader.feed(bytes((0x12, 0x00)) + b"7\x22T001\x00")
[RealTime(bits=18), Fence(bits=0), Printed(token=b'T001')]
>>> reader.feed(bytes((0x10, 0x00, 0x0C, 0x00)))  # sent without a question: Automatic Status Back
[Pushed(bits=b'\x10\x00\x0c\x00')]
>>> reader.feed(b"71393216\x00")  # bytes free for pictures
[Block(kind=49, body=b'393216')]
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RealTime:
    """Answer to DLE EOT."""

    bits: int


@dataclass(frozen=True, slots=True)
class Fence:
    """Answer to GS r: everything sent before it has been worked through."""

    bits: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Answer to GS ( H: everything sent before it is on paper."""

    token: bytes


@dataclass(frozen=True, slots=True)
class Cleared:
    """Answer to DLE DC4 8: the printer's buffers are empty."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """Automatic Status Back, four bytes that nobody asked for."""

    bits: bytes


@dataclass(frozen=True, slots=True)
class Block:
    """An answer of some length: `kind` is its identifier, `body` what stands before its closing NUL."""

    kind: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Named:
    """Answer to GS I: one of the names the unit gives itself."""

    text: str


@dataclass(frozen=True, slots=True)
class WholeState:
    """Answer to DLE EOT 20: paper, user, errors that pass and errors that do not, a byte each."""

    bits: bytes


Reply = RealTime | Fence | Printed | Cleared | Pushed | Block | Named | WholeState

RAM_ROOM, NV_KEYS, RAM_KEYS = 0x32, 0x72, 0x73
NV_ROOMS = frozenset((0x31, 0x30))
"""Room for pictures in NV: Epson says 31h, Bematech 30h."""
QR_SIZES = frozenset((0x36, 0x59, 0x2F))
"""Size of a QR: Epson and NCR say 36h, HP 59h, Citizen 2Fh."""
_FIXED = {0x22: 7, 0x25: 3}
_OPEN_ENDED = frozenset((*NV_ROOMS, RAM_ROOM, NV_KEYS, RAM_KEYS, *QR_SIZES))
_LONGEST_BLOCK = 96
_NAME, _BLOCK = 0x5F, 0x37
_WHOLE_STATE = b"\x10\x0f"


class ReplyReader:
    """Takes the printer's line apart, whatever the chunks it arrives in."""

    def __init__(self) -> None:
        self._rest = b""
        self.expects_name = False
        """Whether GS I was asked: only then may 5Fh begin a name, else it is noise that must swallow nothing."""
        self.expects_whole_state = False
        """Whether DLE EOT 20 was asked: only then may 10h 0Fh begin its answer, else they are Automatic Status Back."""

    def feed(self, chunk: bytes) -> list[Reply]:
        """Return the replies that are complete now."""
        self._rest += chunk
        replies: list[Reply] = []
        while self._rest:
            size, reply = self._first(self._rest)
            if size == 0:
                break
            self._rest = self._rest[size:]
            if reply is not None:
                replies.append(reply)
        return replies

    def settle(self) -> list[Reply]:
        """The line has been quiet: what is begun will not be finished. Drop its head; return what hid behind it."""
        self._rest = self._rest[1:]
        return self.feed(b"")

    def _first(self, line: bytes) -> tuple[int, Reply | None]:
        """Return how many bytes the first reply takes (0: not complete) and the reply, None for noise."""
        if line[0] == _NAME and self.expects_name:
            size, body = _up_to_nul(line, 1)
            return size, None if body is None else Named(body.decode("ascii", "replace"))
        if self.expects_whole_state and _WHOLE_STATE.startswith(line[:2]):
            return (6, WholeState(line[2:6])) if len(line) >= 6 else (0, None)
        return _usual(line)


def _usual(line: bytes) -> tuple[int, Reply | None]:
    """Return the size and the reply for what may come at any time."""
    head = line[0]
    if head == _BLOCK:
        return _block(line)
    if head & 0x93 == 0x12:
        return 1, RealTime(head)
    if head & 0x93 == 0x10:
        return _pushed(line)
    if head & 0x90 == 0x00:
        return 1, Fence(head)
    return 1, None  # XON, XOFF and line noise


def _pushed(line: bytes) -> tuple[int, Reply | None]:
    # Its other three bytes have bits 4 and 7 clear; one that has not belongs to another reply, and bytes were lost.
    if any(byte & 0x90 for byte in line[1:4]):
        return 1, None
    return (4, Pushed(line[:4])) if len(line) >= 4 else (0, None)


def _block(line: bytes) -> tuple[int, Reply | None]:
    if len(line) < 2:
        return 0, None
    kind = line[1]
    if kind in _FIXED:
        if len(line) < _FIXED[kind]:
            return 0, None
        return _FIXED[kind], Printed(line[2:6]) if kind == 0x22 else Cleared()
    if kind not in _OPEN_ENDED:
        return 1, None
    size, body = _up_to_nul(line, 2)
    return size, None if body is None else Block(kind, body)


def _up_to_nul(line: bytes, start: int) -> tuple[int, bytes | None]:
    """Return the size with the closing NUL and the body; 0 when it is still to come, 1 (noise) when it is too long."""
    end = line.find(0, start, _LONGEST_BLOCK)
    if end >= 0:
        return end + 1, line[start:end]
    return (0 if len(line) < _LONGEST_BLOCK else 1), None
