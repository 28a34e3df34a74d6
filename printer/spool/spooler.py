"""Print a ticket at most once, and report the result. The spooler never sends a byte again automatically."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from contracts.words.hall import PrintState
from printer.escpos.capabilities import Abilities
from printer.escpos.questions import ask_printed
from printer.escpos.status import PrinterStatus
from printer.spool.attempt import ConfirmedBy, HaltedError, OnState, Outcome, token_of
from printer.spool.conversation import Conversation
from printer.spool.print_journal import BegunMark
from printer.spool.recovery import Remains
from printer.spool.timeouts import Patience
from printer.transport.wire import ADVICE, Fault, Wire, WireError

T = TypeVar("T")

WINDOW_BYTES = 3000
# The last segment's own fence and the closing one: with only these unanswered, all dots may be on paper.
_FENCES_AFTER_LAST_DOTS = 2


class Spooler:
    """Owns one wire and the printer behind it. One thread at a time.

    `on_ready` is called once for each connection, when the printer behind it is ready and in order: the program that
    knows the unit learns what it can do. It may raise WireError. `begun` is there after a run that ended within a
    ticket.
    """

    def __init__(
        self,
        wire: Wire,
        patience: Patience | None = None,
        *,
        able: Abilities | None = None,
        on_ready: Callable[[Conversation], None] | None = None,
        begun: BegunMark | None = None,
    ) -> None:
        self._wire = wire
        self._patience = patience or Patience()
        self._able = able or Abilities()
        self._talk: Conversation | None = None
        self._remains = Remains(self._patience, begun)
        self._sent = 0
        self._torn = 0
        self._segments = 0
        self._met = False
        self._on_ready = on_ready
        self._ready = False

    def status(self) -> PrinterStatus:
        """Return the printer's state, connecting first if need be; a dead link is a state, not an error."""
        try:
            status = self._connected().status()
            if status.answers and status.can_print:
                self._put_in_order()
        except WireError as error:
            self._hang_up()
            return PrinterStatus(reachable=False, answers=False, fault=error.fault, text=str(error))
        if status.fault is Fault.SILENT:
            self._hang_up()
        if status.fault is not None:
            return replace(status, text=f"{self._wire.address}: {ADVICE[status.fault]}")
        return status

    def talk_with(self, ask: Callable[[Conversation], T]) -> T:
        """Let somebody talk with a printer that is ready and in order; raises WireError, also for one that is not."""
        status = self.status()
        if not status.can_print:
            raise WireError(status.fault or Fault.UNREACHABLE, status.text)
        try:
            return ask(self._connected())
        except WireError:
            self._hang_up()
            raise

    def print_once(self, segments: list[bytes], attempt_id: str, on_state: OnState) -> Outcome:
        """Send the segments once; `on_state` hears SENDING before the first byte and the end state last."""
        status = self.status()
        if not status.can_print:
            return _told(on_state, Outcome(PrintState.NOT_STARTED, fault=status.fault, text=status.text))
        try:
            self._remains.clear_away(self._connected())
        except WireError as error:
            self._hang_up()
            return _told(on_state, Outcome(PrintState.NOT_STARTED, fault=error.fault, text=str(error)))
        self._remains.begin()
        on_state(PrintState.SENDING)
        outcome = self._attempt(segments, attempt_id)
        self._remains.end()
        return _told(on_state, outcome)

    def close(self) -> None:
        """Let go of the printer."""
        self._hang_up()

    def _connected(self) -> Conversation:
        if self._talk is None:
            self._wire.open()
            self._talk = Conversation(self._wire, self._patience, self._able)
        return self._talk

    def _hang_up(self) -> None:
        if self._talk is not None:
            # Once a printer answered it is never one-way again.
            self._able = self._talk.able
        self._talk, self._ready = None, False
        self._wire.close()

    def _put_in_order(self) -> None:
        """Tidy up as soon as the printer is ready, and learn what it can answer.

        One that answers no queued question may lack them, or wait inside a picture for rows that an earlier process,
        killed, did not send: give it the rows and ask again.
        """
        talk = self._connected()
        self._remains.clear_away(talk)
        talk.learn()
        if not self._met and not talk.signs_heard:
            self._remains.may_hold_anything()
            talk.signs_heard = None
            self._remains.clear_away(talk)
        self._met = True
        if not self._ready and self._on_ready is not None:
            self._on_ready(talk)
        self._ready = True

    def _attempt(self, segments: list[bytes], attempt_id: str) -> Outcome:
        self._sent, self._torn = 0, 0
        total = sum(map(len, segments))
        try:
            self._send(segments)
            return self._finish(attempt_id)
        except HaltedError as halt:
            return self._halted(halt.fault, total)
        except WireError as error:
            self._remains.leave(self._torn, stub=True)  # what the link had taken may never have reached the knife
            self._hang_up()
            return Outcome(PrintState.UNKNOWN, self._sent, fault=error.fault, text=str(error))

    def _send(self, segments: list[bytes]) -> None:
        talk = self._connected()
        for segment in segments:
            if talk.able.fence.yes:
                self._await_room(len(segment))
            self._torn = len(segment)
            taken = talk.write(segment)
            self._sent += taken
            self._torn = len(segment) - taken
            if self._torn:
                raise HaltedError(None)
            if talk.able.fence.yes:
                talk.fence(len(segment))
            elif talk.able.process_id.yes:
                self._await_segment()

    def _await_segment(self) -> None:
        """Wait for a token of the segment's own: without fences a printer that restarts unseen loses bytes unnoticed.

        One at a time, for of several that wait a printer answers the newest alone.
        """
        talk = self._connected()
        self._segments += 1
        token = b"S%03d" % (self._segments % 1000)
        talk.tokens_seen.discard(token)
        talk.write(ask_printed(token))
        self._await(lambda: token in talk.tokens_seen)

    def _await_room(self, size: int) -> None:
        talk = self._connected()
        self._await(lambda: talk.bytes_due + size <= WINDOW_BYTES)

    def _await(self, done: Callable[[], bool]) -> None:
        """Listen until done; meanwhile ask for the printer's state and give up when it names a fault or is silent.

        A printer that reports changes is asked as soon as it reports a fault.
        """
        talk = self._connected()
        end = self._wire.now() + self._patience.fence_s
        silent_since: float | None = None
        while not done():
            if talk.wait_for(lambda: done() or talk.alarmed, self._patience.check_s) and done():
                return
            status = talk.status()
            if done():
                return
            if status.answers and status.fault is not None:
                raise HaltedError(status.fault)
            now = self._wire.now()
            silent_since = None if status.answers else silent_since or now
            if now >= end or (silent_since is not None and now - silent_since >= self._patience.silence_s):
                raise HaltedError(Fault.SILENT if silent_since is not None else Fault.STUCK)

    def _finish(self, attempt_id: str) -> Outcome:
        """Wait for the sign that the ticket is on paper: its own token, else the last fence, else none is to be had."""
        talk, token = self._connected(), token_of(attempt_id)
        able = talk.able
        if not able.signs_completion:
            return self._unverified()
        if able.process_id.yes:
            talk.write(ask_printed(token))
        if able.fence.yes:
            talk.fence(0)
        self._await(lambda: not talk.fences_due if able.fence.yes else token in talk.tokens_seen)
        if able.process_id.yes and talk.wait_for(lambda: token in talk.tokens_seen, self._patience.printed_s):
            return Outcome(PrintState.CONFIRMED, self._sent, ConfirmedBy.PROCESS_ID)
        return Outcome(PrintState.CONFIRMED, self._sent, ConfirmedBy.FENCE)

    def _unverified(self) -> Outcome:
        """Take all as printed on a printer that gives no sign, unless it names a fault by now."""
        talk = self._connected()
        if talk.able.real_time.yes:
            status = talk.status()
            if not status.can_print:
                raise HaltedError(status.fault)
        return Outcome(PrintState.UNVERIFIED, self._sent)

    def _halted(self, fault: Fault | None, total: int) -> Outcome:
        """Decide between INTERRUPTED and UNKNOWN: interrupted is only what can no longer become a whole ticket."""
        talk = self._connected()
        known = fault not in (None, Fault.SILENT, Fault.STUCK)
        cleared = known and self._cleared(talk)
        if self._sent < total:
            ruined = known
        else:
            if talk.able.fence.yes and not talk.fences_due and not talk.fences_lost:
                return Outcome(PrintState.CONFIRMED, self._sent, ConfirmedBy.FENCE)
            ruined = cleared and talk.fences_lost > _FENCES_AFTER_LAST_DOTS
        self._remains.leave(self._torn, stub=self._sent < total or cleared or not known)
        if not known:
            self._hang_up()
        cause = fault or Fault.STUCK
        state = PrintState.INTERRUPTED if ruined else PrintState.UNKNOWN
        return Outcome(state, self._sent, fault=cause, text=f"{self._wire.address}: {ADVICE[cause]} (while printing)")

    def _cleared(self, talk: Conversation) -> bool:
        try:
            return talk.clear()
        except WireError:
            return False


def _told(on_state: OnState, outcome: Outcome) -> Outcome:
    on_state(outcome.state)
    return outcome
