"""What staff ask about paper: who holds no sure ticket, which tickets came last, and what the roll is good for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from contracts.codec.message import replace
from contracts.devices.paper import PaperView
from contracts.queue.queues_view import DeviceNow, PaperlessTicket
from contracts.words.hall import PrintState, VisitState
from hall.calendar.ports import HasDays
from hall.devices.commands.record_print import WHOLE
from hall.devices.model.print_ports import HasPapers, HasPrints, PrintAttempt
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.queue.model.ports import HasVisits
from hall.queue.model.stage import IN_HALL
from hall.queue.model.visit import Visit

SENDING_AT_MOST_S = 60
"""No ticket takes longer: a device that still reports `sending` after this has stopped."""
_TROUBLED = frozenset({PrintState.NOT_STARTED, PrintState.SENDING, PrintState.INTERRUPTED, PrintState.UNKNOWN})
_WITHOUT_CALL = IN_HALL - {VisitState.SERVING}
"""A visitor who is being served no longer needs the paper."""


class PrintsViewWork(HasDays, HasPrints, HasVisits, Protocol):
    """What the views of prints read."""


def paperless_tickets(*, work: PrintsViewWork, now: Moment) -> tuple[PaperlessTicket, ...]:
    """Return the visits of the day that wait without a sure ticket on paper, oldest first."""
    day = work.days.latest()
    if day is None:
        return ()
    newest: dict[str, PrintAttempt] = {}
    for attempt in work.prints.in_states(_TROUBLED, day.day):
        if attempt.state is not PrintState.SENDING or now.seconds_since(attempt.at) > SENDING_AT_MOST_S:
            newest[attempt.visit] = attempt
    return tuple(
        PaperlessTicket(visit.id, visit.ticket, visit.service, attempt.device, attempt.state, attempt.at.at)
        for attempt in newest.values()
        if not _made_good(attempt, work) and (visit := work.visits.get(attempt.visit)).state in _WITHOUT_CALL
    )


def newest_prints(device: DeviceId, limit: int, *, work: PrintsViewWork) -> Sequence[tuple[Visit, PrintAttempt]]:
    """Return the newest tickets that the device gave to visits which may still be called, newest first."""
    day = work.days.latest()
    if day is None:
        return ()
    found = ((work.visits.get(one.visit), one) for one in work.prints.newest_of(device, day.day, limit))
    return [(visit, one) for visit, one in found if visit.state in IN_HALL or visit.state is VisitState.NO_SHOW]


def paper_view(device: DeviceId, *, work: HasPapers) -> PaperView:
    """Return the roll in the device's printer."""
    roll = work.papers.roll(device)
    ticket_mm = None if roll.ticket_mm is None else round(roll.ticket_mm)
    return PaperView(device, roll.changed_at, roll.changed_by, roll.used_mm, roll.tickets, ticket_mm, roll.tickets_left)


def with_tickets_left(devices: Sequence[DeviceNow], *, work: HasPapers) -> tuple[DeviceNow, ...]:
    """Return the devices, each with what its roll is good for."""
    rolls = work.papers.all()
    return tuple(
        replace(device, tickets_left=rolls[DeviceId(device.device)].tickets_left)
        if DeviceId(device.device) in rolls
        else device
        for device in devices
    )


def _made_good(attempt: PrintAttempt, work: HasPrints) -> bool:
    """Return whether a later attempt for the same visit came out."""
    later = [one for one in work.prints.of_visit(attempt.visit) if one.attempt != attempt.attempt]
    return any(one.state in WHOLE and one.at.at >= attempt.at.at for one in later)
