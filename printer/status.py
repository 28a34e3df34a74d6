r"""What a printer says about itself; silence is UNKNOWN, never OK.

A printer answers on one line, unnumbered, and mixes answers to different questions. The bits tell them apart:

>>> reader = ReplyReader()
>>> reader.feed(bytes((0x12, 0x00)) + b"7\x22T001\x00")
[RealTime(bits=18), Fence(bits=0), Printed(token=b'T001')]
>>> reader.feed(bytes((0x10, 0x00, 0x0C, 0x00)))  # pushed by itself: Automatic Status Back
[Pushed(bits=b'\x10\x00\x0c\x00')]
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from printer.wire import Fault

ASK_FENCE = b"\x1dr\x01"
CLEAR_BUFFERS = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"


class Question(Enum):
    """DLE EOT n: answered at once, also by a printer that is off line."""

    PRINTER = 1
    OFFLINE_CAUSE = 2
    ERROR_CAUSE = 3
    PAPER = 4

    @property
    def command(self) -> bytes:
        """The three bytes to send."""
        return bytes((0x10, 0x04, self.value))


def ask_printed(token: bytes) -> bytes:
    """Return GS ( H: the printer sends the four-byte token back when all before it is on paper."""
    return b"\x1d(H\x06\x00\x30\x30" + token


class Paper(StrEnum):
    """State of the paper roll."""

    OK = "ok"
    LOW = "low"
    OUT = "out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """How a printer is just now.

    `reachable`: the link is open. `answers`: it replies to status questions; when False (a one-way printer) all else is
    unknown. `fault` is what stops it from printing, None when nothing is known to.
    """

    reachable: bool
    answers: bool
    paper: Paper = Paper.UNKNOWN
    cover_open: bool | None = None
    fault: Fault | None = None
    text: str = ""

    @property
    def can_print(self) -> bool:
        """Whether a ticket may be offered: the link is up and nothing is known to stop the printer."""
        return self.reachable and self.fault is None


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


Reply = RealTime | Fence | Printed | Cleared | Pushed

_LONGEST = {0x22: 7, 0x25: 3}


class ReplyReader:
    """Takes the printer's line apart, whatever the chunks it arrives in."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, chunk: bytes) -> list[Reply]:
        """Return the replies that are complete now."""
        self._rest += chunk
        replies: list[Reply] = []
        while self._rest:
            size, reply = _first(self._rest)
            if size == 0:
                break
            self._rest = self._rest[size:]
            if reply is not None:
                replies.append(reply)
        return replies


def _first(line: bytes) -> tuple[int, Reply | None]:
    """Return how many bytes the first reply takes (0: not complete) and the reply, None for noise."""
    head = line[0]
    if head == 0x37:
        return _block(line)
    if head & 0x93 == 0x12:
        return 1, RealTime(head)
    if head & 0x93 == 0x10:
        return (4, Pushed(line[:4])) if len(line) >= 4 else (0, None)
    if head & 0x90 == 0x00:
        return 1, Fence(head)
    return 1, None  # XON, XOFF and line noise


def _block(line: bytes) -> tuple[int, Reply | None]:
    if len(line) < 2:
        return 0, None
    size = _LONGEST.get(line[1])
    if size is None:
        return 1, None
    if len(line) < size:
        return 0, None
    return size, Printed(line[2:6]) if line[1] == 0x22 else Cleared()


def read_status(answers: dict[Question, int | None]) -> PrinterStatus:
    """Return the status that the answers to all questions make; a missing answer leaves its part unknown."""
    if all(bits is None for bits in answers.values()):
        return PrinterStatus(reachable=True, answers=False)
    cause = answers.get(Question.OFFLINE_CAUSE)
    paper = _paper(answers.get(Question.PAPER))
    cover_open = None if cause is None else bool(cause & 0x04)
    if cause is not None and cause & 0x20:
        paper = Paper.OUT
    fault = _fault(answers, paper, cover_open=bool(cover_open))
    return PrinterStatus(True, True, paper, cover_open, fault)


def _paper(bits: int | None) -> Paper:
    if bits is None:
        return Paper.UNKNOWN
    if bits & 0x60:
        return Paper.OUT
    return Paper.LOW if bits & 0x0C else Paper.OK


def _fault(answers: dict[Question, int | None], paper: Paper, *, cover_open: bool) -> Fault | None:
    if cover_open:
        return Fault.COVER_OPEN
    if paper is Paper.OUT:
        return Fault.PAPER_OUT
    error = answers.get(Question.ERROR_CAUSE) or 0
    if error & 0x08:
        return Fault.CUTTER_JAM
    if error & 0x64:
        return Fault.MECHANISM
    printer = answers.get(Question.PRINTER) or 0
    return Fault.OFFLINE if printer & 0x08 else None
