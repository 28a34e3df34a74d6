"""Everything that somebody must act on now, each under a name that stays the same while it lasts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from contracts.codec.message import replace
from contracts.queue.queues_view import AlertView, CounterNow, DeviceNow, LockedPin, QueuesView
from contracts.words.complaints import ComplaintState
from hall.devices.queries import PrintsViewWork, paperless_tickets
from hall.kernel.moment import Moment
from hall.people.commands.count_wrong_pins import locked_pins
from hall.people.model.pin_tries_ports import HasPinTries
from hall.reporting.model.alert_ports import HasOpenComplaints, SeenAlert

DEVICE = "device"
PAPERLESS = "paperless"
PIN_LOCKED = "pin_locked"
HELP = "help"
"""An agent calls the hall head to his counter."""
IDLE = "idle"
"""A counter is free while somebody waits for it."""
COMPLAINT = "complaint"
"""A complaint or suggestion that nobody has taken up."""
TOO_OFTEN = "too_often"
"""A device issues tickets or guesses codes faster than people do: perhaps somebody else has its token."""
OF_HALL = (
    "database_damaged",
    "history_shorter",
    "setup_unreadable",
    "disk_low",
    "centre_away",
    "centre_held",
    "centre_inbox",
)
"""Reasons of the health check that the hall head must act on, or have somebody act on."""
COMPLAINTS_LOOKED_AT = 200
COMPLAINTS_SHOWN = 20


class StaffViewWork(PrintsViewWork, HasOpenComplaints, HasPinTries, Protocol):
    """What the list of alerts reads."""


def staff_view(view: QueuesView, reasons: Collection[str], *, work: StaffViewWork, now: Moment) -> QueuesView:
    """Return the queues with what only staff know; `reasons` are those of the health check."""
    fresh = [one.number for one in work.complaints.open(COMPLAINTS_LOOKED_AT) if one.state is ComplaintState.RECEIVED]
    return replace(
        view,
        alerts=(*view.alerts, *(reason for reason in OF_HALL if reason in reasons)),
        paperless=paperless_tickets(work=work, now=now),
        complaints=tuple(fresh[:COMPLAINTS_SHOWN]),
        locked_pins=locked_pins(work.pin_tries, now),
    )


def standing_alerts(view: QueuesView, seen: Mapping[str, SeenAlert]) -> tuple[AlertView, ...]:
    """Return the alerts of a hall that stands so, with who has acknowledged each: what nobody has seen first."""
    alerts = [_with_who(alert, seen) for alert in _alerts(view)]
    return tuple(sorted(alerts, key=lambda alert: alert.seen_by is not None))


def trouble_of(device: DeviceNow) -> str | None:
    """Return in a word what troubles a device, or None: its worst trouble where it has several."""
    if device.silent:
        return "silent"
    if device.fault:
        return device.fault
    if device.paper in {"out", "low"}:
        return f"paper_{device.paper}"
    return device.state if device.state in {"failed", "degraded"} else None


def _alerts(view: QueuesView) -> Iterator[AlertView]:
    for kind in view.alerts:
        yield AlertView(kind, kind)
    for queue in view.services:
        for kind in queue.alerts:
            yield AlertView(f"{kind}:{queue.service}", kind, service=queue.service)
    for counter in view.counters:
        yield from _at_counter(counter)
    for device in view.devices:
        yield from _at_device(device)
    for one in view.paperless:
        yield AlertView(f"{PAPERLESS}:{one.visit}", PAPERLESS, device=one.device, ticket=one.ticket)
    for number in view.complaints:
        yield AlertView(f"{COMPLAINT}:{number}", COMPLAINT, complaint=number)
    yield from map(_locked, view.locked_pins)


def _locked(one: LockedPin) -> AlertView:
    # The number of the lock is part of the name: a further lock asks again.
    name = f"{PIN_LOCKED}:{one.subject}:{one.locks}"
    return AlertView(name, PIN_LOCKED, device=one.device, agent=one.agent, name=one.name, until=one.until)


def _at_device(device: DeviceNow) -> Iterator[AlertView]:
    trouble = trouble_of(device)
    if trouble is not None:
        yield AlertView(f"{DEVICE}:{device.device}:{trouble}", DEVICE, device=device.device)
    if device.too_often:
        yield AlertView(f"{TOO_OFTEN}:{device.device}", TOO_OFTEN, device=device.device)


def _at_counter(counter: CounterNow) -> Iterator[AlertView]:
    # The instant is part of the name: a later call for help, or a later idle time, is another alert.
    if counter.help_since is not None:
        since = counter.help_since.strftime("%H%M%S")
        yield AlertView(f"{HELP}:{counter.counter}:{since}", HELP, counter=counter.counter)
    if counter.idle and counter.since is not None:
        since = counter.since.strftime("%H%M%S")
        yield AlertView(f"{IDLE}:{counter.counter}:{since}", IDLE, counter=counter.counter)


def _with_who(alert: AlertView, seen: Mapping[str, SeenAlert]) -> AlertView:
    one = seen.get(alert.alert)
    if one is None:
        return alert
    return replace(alert, seen_by=one.by, seen_at=one.at)
