"""Questions to a printer and its answers over one connection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from printer.status import (
    ASK_FENCE,
    CLEAR_BUFFERS,
    Cleared,
    Fence,
    Printed,
    PrinterStatus,
    Pushed,
    Question,
    RealTime,
    Reply,
    ReplyReader,
    ask_printed,
    read_status,
)
from printer.wire import Fault, Wire, WireError


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for what, in seconds."""

    answer_s: float = 0.4
    write_s: float = 1.0
    stuck_s: float = 4.0
    fence_s: float = 10.0
    silence_s: float = 3.0
    check_s: float = 0.6
    printed_s: float = 3.0


@dataclass(slots=True)
class Abilities:
    """What this one printer has shown it can answer; None: not tried yet."""

    answers: bool | None = None
    fences: bool | None = None
    tokens: bool | None = None


class Conversation:
    """One open connection: counts what is unanswered, so that a late answer is never taken for a new one."""

    def __init__(self, wire: Wire, patience: Patience, able: Abilities | None = None) -> None:
        self._wire = wire
        self._patience = patience
        self._reader = ReplyReader()
        self._real_time: list[int] = []
        self._cleared = False
        self.able = able or Abilities()
        self.fences_due: list[int] = []
        self.fences_lost = 0
        self.tokens_seen: set[bytes] = set()

    @property
    def bytes_due(self) -> int:
        """Bytes sent whose fence has not come back."""
        return sum(self.fences_due)

    def write(self, data: bytes) -> int:
        """Send bytes; returns fewer than given only when the printer took nothing for `stuck_s`. Raises WireError."""
        sent, last = 0, self._wire.now()
        while sent < len(data):
            taken = self._wire.write(data[sent:], self._patience.write_s)
            sent += taken
            if taken:
                last = self._wire.now()
            elif self._wire.now() - last >= self._patience.stuck_s:
                break
        return sent

    def fence(self, size: int) -> None:
        """Ask for a sign that the `size` bytes before are worked through."""
        if self.write(ASK_FENCE) < len(ASK_FENCE):
            raise WireError(Fault.STUCK, f"{self._wire.address} takes no more data")
        self.fences_due.append(size)

    def listen(self, timeout_s: float) -> bool:
        """Take in what the printer says within the time; say whether it said anything."""
        replies = self._reader.feed(self._wire.read(timeout_s)) if self._wire.two_way else []
        for reply in replies:
            self._take(reply)
        return bool(replies)

    def _take(self, reply: Reply) -> None:
        match reply:
            case RealTime(bits):
                self._real_time.append(bits)
            case Fence():
                if self.fences_due:
                    self.fences_due.pop(0)
            case Printed(token):
                self.tokens_seen.add(token)
            case Cleared():
                self._cleared = True
                self.fences_lost = len(self.fences_due)
                self.fences_due.clear()
            case Pushed():
                pass

    def wait_for(self, done: Callable[[], bool], timeout_s: float) -> bool:
        """Listen until `done()` or the time is over; return `done()`."""
        end = self._wire.now() + timeout_s
        while not done():
            left = end - self._wire.now()
            if left <= 0:
                return False
            self.listen(left)
        return True

    def status(self) -> PrinterStatus:
        """Ask for the printer's state. One that never answered is one-way; one that stopped answering is SILENT."""
        if not self._wire.two_way:
            return PrinterStatus(reachable=True, answers=False)
        printer = self._ask(Question.PRINTER)
        if printer is None:
            if self.able.answers:
                return PrinterStatus(reachable=True, answers=False, fault=Fault.SILENT)
            self.able.answers = False
            return PrinterStatus(reachable=True, answers=False)
        self.able.answers = True
        answers: dict[Question, int | None] = {Question.PRINTER: printer}
        answers |= {question: self._ask(question) for question in (Question.OFFLINE_CAUSE, Question.PAPER)}
        if (answers[Question.OFFLINE_CAUSE] or 0) & 0x40:
            answers[Question.ERROR_CAUSE] = self._ask(Question.ERROR_CAUSE)
        return read_status(answers)

    def _ask(self, question: Question) -> int | None:
        self.listen(0)
        self._real_time.clear()
        if self.write(question.command) < len(question.command):
            raise WireError(Fault.STUCK, f"{self._wire.address} takes no data")
        self.wait_for(lambda: bool(self._real_time), self._patience.answer_s)
        return self._real_time[-1] if self._real_time else None

    def learn(self) -> None:
        """Find out, on a printer that is ready, which signs of completion it gives. Uses no paper."""
        if not self.able.answers or self.able.fences is not None:
            return
        self.fence(0)
        self.able.fences = self.wait_for(lambda: not self.fences_due, self._patience.answer_s)
        self.fences_due.clear()
        self.able.tokens = self.reaches_token(b"LERN", self._patience.answer_s)

    def reaches_token(self, token: bytes, timeout_s: float) -> bool:
        """Send a token and say whether it came back in time."""
        self.tokens_seen.discard(token)
        self.write(ask_printed(token))
        return self.wait_for(lambda: token in self.tokens_seen, timeout_s)

    def clear(self) -> bool:
        """Tell the printer to forget what it holds; True when it says that it did.

        `fences_lost` then counts the fences that it forgot with it: none means that all before had been worked through.
        """
        self._cleared, self.fences_lost = False, 0
        self.write(CLEAR_BUFFERS)
        return self.wait_for(lambda: self._cleared, self._patience.answer_s)
