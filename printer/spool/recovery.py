"""What an attempt that went wrong left in the printer, and how it is cleared away before anything else is sent."""

from __future__ import annotations

from dataclasses import dataclass

from printer.escpos.encode import SEGMENT_BYTES, cut_stub
from printer.spool.conversation import Conversation
from printer.spool.print_journal import BegunMark
from printer.spool.timeouts import Patience
from printer.transport.wire import Fault, WireError

_QUIET_S = 1.0


@dataclass(frozen=True, slots=True)
class _Left:
    """Bytes that a torn command still waits for, and whether a stub hangs out that has to be cut off."""

    missing_bytes: int
    stub: bool


class Remains:
    """Remembers, on disk too where `begun` has a file, that a ticket was begun and may not have ended well."""

    def __init__(self, patience: Patience, begun: BegunMark | None = None) -> None:
        self._patience = patience
        self._begun = begun or BegunMark()
        self._left: _Left | None = None
        self._rests = 0
        if self._begun.stands:
            self.may_hold_anything()

    def begin(self) -> None:
        """Note that a ticket is begun: from here on the program may be killed within it."""
        self._begun.put()

    def end(self) -> None:
        """Note that the ticket has ended, well unless something was left meanwhile."""
        if self._left is None:
            self._begun.take_away()

    def leave(self, missing_bytes: int, *, stub: bool) -> None:
        """Remember what stays in the printer."""
        self._left = _Left(missing_bytes, stub)

    def may_hold_anything(self) -> None:
        """Take it that the printer stands anywhere within a ticket, as after a program that was killed."""
        self.leave(SEGMENT_BYTES, stub=True)

    def clear_away(self, talk: Conversation) -> None:
        """Put a printer in order that is ready, so that nothing mixes into the next ticket; raises WireError.

        Zero bytes complete a picture that still waits for rows; a printer that waits for none ignores them.
        """
        if self._left is None:
            return
        left = self._left
        talk.write(bytes(left.missing_bytes))
        if talk.able.real_time.yes:
            talk.clear()
        talk.write(cut_stub() if left.stub else b"")
        talk.learn()
        if talk.able.signs_completion and not self._at_rest(talk):
            raise WireError(Fault.STUCK, f"{talk.address} does not come to rest after an interrupted ticket")
        self._left = None
        self._begun.take_away()

    def _at_rest(self, talk: Conversation) -> bool:
        """Wait until all that went before is worked through, with every late answer of it."""
        if talk.able.process_id.yes:
            self._rests += 1
            rested = talk.reaches_token(b"R%03d" % (self._rests % 1000), self._patience.fence_s)
        else:
            talk.fence(0)
            rested = talk.wait_for(lambda: not talk.fences_due, self._patience.fence_s)
            while talk.listen(_QUIET_S):
                pass
        talk.fences_due.clear()
        return rested
