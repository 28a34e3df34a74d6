"""What the kiosk knows of hall and printer, and which of it keeps tickets from being offered; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from contracts.day.closures import ClosingNow
from contracts.live import FactMessage, Snapshot
from contracts.queue.queues_view import QueuesView, ServiceQueue
from contracts.settings.hall_view import DayView, HallView, ServiceView
from kiosk.offline.numbers import OwnState


@dataclass(frozen=True)
class PrinterCondition:
    """The last known state of the printer; `fault` is a printer.transport.wire.Fault, None when it can print."""

    fault: str | None
    paper: str = "unknown"
    answers: bool = True
    presenter: str = "none"
    """What lies in the slot: `clear` or `ticket`; `none` where the printer has no sensor there. A jam is a fault."""


@dataclass(frozen=True)
class Conditions:
    """Hall and printer now. `online` None and `printer` None: not known yet."""

    online: bool | None = None
    hall: HallView | None = None
    queues: QueuesView | None = None
    printer: PrinterCondition | None = None
    link_refusal: str | None = None
    other_device: bool = False
    """The hall knows this device as a board or a counter: it may follow the hall, but give no ticket."""
    wrong_roll: bool = False
    """Staff saw on a test slip that the roll is not of the width that is set."""
    slot_blocked: bool = False
    """A ticket that nobody took lies in the slot."""
    own_zone: str | None = None
    """The zone that this kiosk stands in and offers alone; None: the whole hall."""
    device: str = ""
    """This kiosk's id: the hall names the kiosks that somebody paused."""
    paused: str = ""
    """Why the kiosk pauses: its screen touches itself, or a finger never lifts (words of kiosk.device.touch_guard)."""
    pause_ends_in_s: int | None = None
    """Seconds until the pause ends if nobody touches the screen; None while something still lies on it."""
    own: OwnState | None = None
    """What can be given without the hall, while it is away; None: nothing."""


class Trouble(Enum):
    """Why no ticket is offered, the first of these that holds."""

    STARTING = "starting"
    NOT_ENROLLED = "not_enrolled"
    WRONG_CERTIFICATE = "wrong_certificate"
    HALL_AWAY = "hall_away"
    PRINTER = "printer"
    WRONG_ROLL = "wrong_roll"
    SLOT = "slot"
    PAUSED_BY_STAFF = "paused_by_staff"
    PAUSED = "paused"
    CLOSED = "closed"


CERTIFICATE_REFUSED = "certificate_refused"
"""What the live link says where something answers at the hall's address that is not the hall (qtkit.hall.trust)."""
_NOT_OURS = frozenset({"token_unknown", "role_refused"})
"""Refusals of the live link for a device that was never paired, or is no longer; all others are temporary."""


def trouble(conditions: Conditions) -> Trouble | None:
    """Return what keeps tickets from being offered, or None."""
    if conditions.other_device or (conditions.link_refusal in _NOT_OURS and not conditions.online):
        return Trouble.NOT_ENROLLED
    if conditions.online is False and not (conditions.own and conditions.own.services):
        return Trouble.WRONG_CERTIFICATE if certificate_refused(conditions) else Trouble.HALL_AWAY
    if conditions.hall is None or conditions.printer is None:
        return Trouble.STARTING
    here = _trouble_here(conditions.printer, conditions.hall, conditions)
    if here is not None:
        return here
    day = day_of(conditions)
    return Trouble.CLOSED if day is not None and day.state != "open" else None


def certificate_refused(conditions: Conditions) -> bool:
    """Return whether what answers at the hall's address has a certificate that this kiosk does not trust."""
    return not conditions.online and conditions.link_refusal == CERTIFICATE_REFUSED


def _trouble_here(printer: PrinterCondition, hall: HallView, conditions: Conditions) -> Trouble | None:
    """Return what stops this kiosk alone, or None."""
    stops = {
        Trouble.PRINTER: printer.fault is not None,
        Trouble.WRONG_ROLL: conditions.wrong_roll,
        Trouble.SLOT: conditions.slot_blocked,
        Trouble.PAUSED_BY_STAFF: conditions.device in hall.kiosk.paused,
        Trouble.PAUSED: bool(conditions.paused),
    }
    return next((trouble for trouble, holds in stops.items() if holds), None)


def day_of(conditions: Conditions) -> DayView | None:
    """Return the newest word on the service day: the queues' where there is one, else the hall's.

    While the hall is away it is what the hall had told for this hour.
    """
    if conditions.online is False and conditions.own is not None:
        return conditions.own.day
    if conditions.queues is not None:
        return conditions.queues.day
    return conditions.hall.day if conditions.hall is not None else None


def closing_of(conditions: Conditions) -> ClosingNow | None:
    """Return the sudden closure that holds now; while the hall is away one that it had announced."""
    if conditions.online is False and conditions.own is not None:
        return conditions.own.closing
    return conditions.hall.closing if conditions.hall is not None else None


def queue_of(conditions: Conditions, service: str) -> ServiceQueue | None:
    """Return the figures of one service, or None while they are not known."""
    rows = conditions.queues.services if conditions.queues is not None and conditions.online is not False else ()
    return next((row for row in rows if row.service == service), None)


def service_of(conditions: Conditions, code: str | None) -> ServiceView | None:
    """Return one service of the hall, or None."""
    services = conditions.hall.services if conditions.hall is not None else ()
    return next((service for service in services if service.code == code), None)


def gives(conditions: Conditions, service: ServiceView) -> bool:
    """Return whether a ticket of the service can be had now; without the hall only while own numbers are left."""
    if conditions.online is False:
        return service.open and conditions.own is not None and service.code in conditions.own.services
    return service.open


def take_snapshot(conditions: Conditions, snapshot: Snapshot) -> Conditions:
    """Return the conditions after a snapshot."""
    return replace(conditions, online=True, link_refusal=None, hall=snapshot.hall, queues=snapshot.queues, own=None)


_MOVE_QUEUES = ("visit_", "signed_", "break_", "day_", "date_", "hall_", "settings_")


def makes_queues_stale(fact: FactMessage) -> bool:
    """Return whether the figures on the tiles are to be asked for again after `fact`."""
    return fact.kind.startswith(_MOVE_QUEUES)


def makes_hall_stale(fact: FactMessage) -> bool:
    """Return whether names, services or languages may have changed with `fact`."""
    return fact.kind == "settings_changed"
