"""Questions to a printer and its answers over one connection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from printer.escpos.capabilities import Abilities, Known
from printer.escpos.questions import (
    ASK_FENCE,
    ASK_WHOLE_STATE,
    CLEAR_BUFFERS,
    RESET,
    SUBSCRIBE,
    Name,
    Question,
    ask_printed,
)
from printer.escpos.reply_parser import (
    Block,
    Cleared,
    Fence,
    Named,
    Printed,
    Pushed,
    RealTime,
    Reply,
    ReplyReader,
    WholeState,
)
from printer.escpos.status import PrinterStatus, read_pushed, read_status, with_presenter
from printer.spool.timeouts import Patience
from printer.transport.wire import ADVICE, Fault, Wire, WireError


class Conversation:
    """One open connection: counts what is unanswered, so that a late answer is never taken for a new one.

    `able` is what the unit has shown, here or on an earlier connection. `signs_heard` says whether it gave any sign of
    completion on this one, None while it was not asked.
    """

    def __init__(self, wire: Wire, patience: Patience, able: Abilities | None = None) -> None:
        self._wire = wire
        self._patience = patience
        self._reader = ReplyReader()
        self._real_time: list[int] = []
        self._answered: set[Question] = set()
        self._cleared = False
        self._blocks: list[Block] = []
        self._names: list[str] = []
        self._whole: bytes | None = None
        self.able = able or Abilities()
        self.signs_heard: bool | None = None
        self.pushed: PrinterStatus | None = None
        """The state that the printer sent without a question since it was last asked."""
        self.fences_due: list[int] = []
        self.fences_lost = 0
        self.tokens_seen: set[bytes] = set()

    @property
    def address(self) -> str:
        """Where this printer is, for a technician."""
        return self._wire.address

    @property
    def bytes_due(self) -> int:
        """Bytes sent whose fence has not come back."""
        return sum(self.fences_due)

    @property
    def alarmed(self) -> bool:
        """Whether the printer has reported a fault without a question."""
        return self.pushed is not None and self.pushed.fault is not None

    def write(self, data: bytes) -> int:
        """Send bytes; returns fewer than given only when the printer took nothing for `stuck_s`. Raises WireError.

        ESC @ ends Automatic Status Back, so the wish for it travels behind each one, on top of the bytes counted.
        """
        if data.startswith(RESET) and self.able.asb.yes:
            done = self._write(RESET + SUBSCRIBE)
            if done < len(RESET + SUBSCRIBE):
                return min(done, len(RESET))
            return len(RESET) + self._write(data[len(RESET) :])
        return self._write(data)

    def _write(self, data: bytes) -> int:
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
        self._write_whole(ASK_FENCE)
        self.fences_due.append(size)

    def _write_whole(self, command: bytes) -> None:
        if self.write(command) < len(command):
            raise WireError(Fault.STUCK, f"{self._wire.address} takes no data: {ADVICE[Fault.STUCK]}")

    def listen(self, timeout_s: float) -> bool:
        """Read what the printer sends within the time; return whether it sent anything."""
        replies = self._reader.feed(self._wire.read(timeout_s)) if self._wire.two_way else []
        for reply in replies:
            self._take(reply)
        return bool(replies)

    def _take(self, reply: Reply) -> None:
        match reply:
            case Fence() | Printed() | Cleared():
                self._take_sign(reply)
            case RealTime(bits):
                self._real_time.append(bits)
            case Pushed(four):
                self.pushed = read_pushed(four)
            case Block():
                self._blocks.append(reply)
            case Named(text):
                self._names.append(text)
            case WholeState(bytes_of_state):
                self._whole = bytes_of_state

    def _take_sign(self, sign: Fence | Printed | Cleared) -> None:
        match sign:
            case Fence():
                if self.fences_due:
                    self.fences_due.pop(0)
            case Printed(token):
                self.tokens_seen.add(token)
            case Cleared():
                self._cleared = True
                self.fences_lost = len(self.fences_due)
                self.fences_due.clear()

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
            fault = Fault.SILENT if self.able.real_time.yes else None
            return PrinterStatus(reachable=True, answers=False, fault=fault)
        self.able = replace(self.able, real_time=Known.YES)
        answers: dict[Question, int | None] = {Question.PRINTER: printer}
        answers |= {question: self._ask_known(question) for question in (Question.OFFLINE_CAUSE, Question.PAPER)}
        if any(answers[question] is None for question in self._answered):
            # It answered the first one and has lost its power since: what is sent now falls into its start.
            return PrinterStatus(reachable=True, answers=False, fault=Fault.SILENT)
        self._answered = {question for question, bits in answers.items() if bits is not None}
        if (answers[Question.OFFLINE_CAUSE] or 0) & 0x40:
            answers[Question.ERROR_CAUSE] = self._ask(Question.ERROR_CAUSE)
        self.pushed = None
        status = read_status(answers)
        whole = self.whole_state() if self.able.presenter.yes else None
        return status if whole is None else with_presenter(status, whole)

    def whole_state(self) -> bytes | None:
        """Ask for the four bytes of state that kiosk printers with a presenter give; None for silence."""
        self._whole, self._reader.expects_whole_state = None, True
        self._write_whole(ASK_WHOLE_STATE)
        if not self.wait_for(lambda: self._whole is not None, self._patience.answer_s):
            self._settle()
        self._reader.expects_whole_state = False
        return self._whole

    def _ask_known(self, question: Question) -> int | None:
        """Ask, and once more where this printer has answered the question before: a lost reply is no silence."""
        answer = self._ask(question)
        return self._ask(question) if answer is None and question in self._answered else answer

    def _ask(self, question: Question) -> int | None:
        self.listen(0)
        self._real_time.clear()
        self._write_whole(question.command)
        if not self.wait_for(lambda: bool(self._real_time), self._patience.answer_s):
            self._settle()
        return self._real_time[-1] if self._real_time else None

    def _settle(self) -> None:
        """Give up a reply that was begun and not finished: the answer may stand behind it."""
        for reply in self._reader.settle():
            self._take(reply)

    def learn(self) -> None:
        """Find out, on a printer that is ready, which signs of completion it gives. Once a connection; uses no paper.

        Asked again each time, also of a unit known to give them: silence then tells of a command left unfinished. That
        it lacks the token is believed when a fence sent behind the token comes back alone.
        """
        if not self.able.real_time.yes or self.signs_heard is not None:
            return
        self.fence(0)
        fence = self.wait_for(lambda: not self.fences_due, self._patience.answer_s)
        self.fences_due.clear()
        token = Known.NO
        if not (fence and self.able.process_id is Known.NO):
            heard = self.reaches_token(b"LERN", self._patience.answer_s)
            token = Known.of(True if heard else False if fence and self.reaches_fence() else None)
        self.able = replace(self.able, fence=Known.YES if fence else Known.UNKNOWN, process_id=token)
        self.signs_heard = fence or token.yes

    def reaches_token(self, token: bytes, timeout_s: float) -> bool:
        """Send a token and say whether it came back in time."""
        self.tokens_seen.discard(token)
        self.write(ask_printed(token))
        return self.wait_for(lambda: token in self.tokens_seen, timeout_s)

    def reaches_fence(self) -> bool:
        """Send a fence and say whether all that went before came back with it, in time."""
        self.fence(0)
        return self.wait_for(lambda: not self.fences_due, self._patience.fence_s)

    def clear(self) -> bool:
        """Tell the printer to forget what it holds; True when it says that it did.

        `fences_lost` then counts the fences that it forgot with it: none means that all before had been worked through.
        """
        self._cleared, self.fences_lost = False, 0
        self.write(CLEAR_BUFFERS)
        return self.wait_for(lambda: self._cleared, self._patience.answer_s)

    def subscribe(self) -> bool:
        """Ask the printer to report each change; True if it reported its state immediately, as it must."""
        self.pushed = None
        self._write_whole(SUBSCRIBE)
        return self.wait_for(lambda: self.pushed is not None, self._patience.answer_s)

    def block(self, question: bytes, kinds: frozenset[int]) -> bytes | None:
        """Ask a question that is answered by a block of one of these kinds; return its body, None for silence."""
        self.listen(0)
        self._blocks.clear()
        self._write_whole(question)
        self.wait_for(lambda: any(block.kind in kinds for block in self._blocks), self._patience.answer_s)
        return next((block.body for block in self._blocks if block.kind in kinds), None)

    def name(self, which: Name) -> str | None:
        """Ask for one of the names that the unit gives itself; None for silence."""
        self._names.clear()
        self._reader.expects_name = True
        self._write_whole(which.command)
        if not self.wait_for(lambda: bool(self._names), self._patience.answer_s):
            self._settle()
        self._reader.expects_name = False
        return self._names[-1] if self._names else None
