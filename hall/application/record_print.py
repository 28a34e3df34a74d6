"""Remember what is known of an attempt to print a ticket."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_words import PrintState
from hall.application.ports import PrintAttempt, Work
from hall.domain.events import TicketPrinted
from hall.domain.ids import VisitId
from hall.domain.moment import Moment

_ORDER = {PrintState.NOT_STARTED: 0, PrintState.SENDING: 1}
"""How far an attempt is; all other states are its end, and a better one may still follow (`confirmed`)."""


@dataclass(frozen=True)
class RecordPrint:
    """One state of one attempt (`attempt` is a UUID made by the device) to print the ticket of `visit`."""

    visit: VisitId
    attempt: str
    state: PrintState
    device: str
    reason: str | None = None


def record_print(command: RecordPrint, *, work: Work, now: Moment) -> None:
    """Store the attempt's state; a repetition or a state that comes late, after a later one, changes nothing."""
    visit = work.visits.get(command.visit)
    known = work.prints.find(command.attempt)
    if known is not None and not _follows(command.state, known.state):
        return
    work.prints.save(PrintAttempt(command.attempt, command.visit, command.state, command.device, command.reason, now))
    work.record(
        TicketPrinted(
            visit.id,
            visit.ticket,
            visit.service,
            command.attempt,
            command.state.value,
            command.device,
            command.reason,
        )
    )


def _follows(new: PrintState, known: PrintState) -> bool:
    if known is PrintState.CONFIRMED or new is known:
        return False
    return _ORDER.get(new, 2) >= _ORDER.get(known, 2)
