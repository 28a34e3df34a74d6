"""Remember what is known of an attempt to print a ticket, and how much paper a whole one took."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from contracts.words.hall import PrintState, VisitState
from hall.calendar.ports import HasDays
from hall.devices.model.print_ports import HasPapers, HasPrints, PrintAttempt
from hall.kernel.facts import TicketPrinted
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.queue.model.ports import HasVisits

_ORDER = {PrintState.NOT_STARTED: 0, PrintState.SENDING: 1}
"""How far an attempt is; all other states are its end, and a better one may still follow (`confirmed`)."""

WHOLE = frozenset({PrintState.CONFIRMED, PrintState.UNVERIFIED})
"""States in which the paper is taken as being in the visitor's hand."""
BEFORE_THE_START = "device_restarted"
"""The reason of an attempt that the device's own end cut off."""


@dataclass(frozen=True)
class RecordPrint:
    """One state of one attempt (`attempt` is a UUID made by the device) to print the ticket of `visit`."""

    visit: VisitId
    attempt: str
    state: PrintState
    device: str
    reason: str | None = None
    copy: bool = False
    paper_mm: int | None = None


class RecordPrintWork(HasDays, HasPapers, HasPrints, HasVisits, RecordsFacts, Protocol):
    """What recording a print reads and writes."""


def record_print(command: RecordPrint, *, work: RecordPrintWork, now: Moment) -> None:
    """Store the attempt's state; a repetition or a state that comes late, after a later one, changes nothing."""
    work.visits.get(command.visit)
    known = work.prints.find(command.attempt)
    if known is not None and not _follows(command.state, known.state):
        return
    attempt = PrintAttempt(command.attempt, command.visit, command.state, command.device, command.reason, now)
    _save(attempt, work, copy=command.copy)
    if command.state in WHOLE and command.paper_mm:
        roll = work.papers.roll(DeviceId(command.device))
        work.papers.save(roll.printed(command.paper_mm))


def settle_prints(device: DeviceId, *, work: RecordPrintWork, now: Moment) -> Collection[PrintAttempt]:
    """Call every attempt unknown that the device was sending when it ended: nobody can say what came out."""
    day = work.days.latest()
    if day is None:
        return ()
    cut_off = [one for one in work.prints.in_states({PrintState.SENDING}, day.day) if one.device == device]
    cut_off += _never_told(device, day.day, work, now)
    for attempt in cut_off:
        _save(replace(attempt, state=PrintState.UNKNOWN, reason=BEFORE_THE_START, at=now), work, copy=False)
    return cut_off


def _never_told(device: DeviceId, day: date, work: RecordPrintWork, now: Moment) -> list[PrintAttempt]:
    """Return an attempt for the device's last visit where it ended before it could tell of one.

    A kiosk issues one ticket at a time, so it is the last visit or none.
    """
    issued = [visit for visit in work.visits.in_hall(day) if visit.issued_by == device]
    last = max(issued, key=lambda visit: visit.issued.at, default=None)
    if last is None or last.state is not VisitState.WAITING or work.prints.of_visit(last.id):
        return []
    return [PrintAttempt(f"lost-{last.id}", last.id, PrintState.SENDING, device, None, now)]


def _save(attempt: PrintAttempt, work: RecordPrintWork, *, copy: bool) -> None:
    visit = work.visits.get(attempt.visit)
    work.prints.save(attempt)
    work.record(
        TicketPrinted(
            visit.id,
            visit.ticket,
            visit.service,
            attempt.attempt,
            attempt.state.value,
            attempt.device,
            attempt.reason,
            copy,
        )
    )


def _follows(new: PrintState, known: PrintState) -> bool:
    if known is PrintState.CONFIRMED or new is known:
        return False
    return _ORDER.get(new, 2) >= _ORDER.get(known, 2)
