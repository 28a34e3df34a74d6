"""Everything that somebody must act on now, each under a name that stays the same while it lasts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contracts.queues_view import AlertView, CounterNow, DeviceNow, QueuesView
from hall.application.alert_ports import SeenAlert

DEVICE = "device"
PAPERLESS = "paperless"
HELP = "help"
"""An agent calls the hall head to his counter."""


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
        yield from _help(counter)
    for device in view.devices:
        trouble = trouble_of(device)
        if trouble is not None:
            yield AlertView(f"{DEVICE}:{device.device}:{trouble}", DEVICE, device=device.device)
    for one in view.paperless:
        yield AlertView(f"{PAPERLESS}:{one.visit}", PAPERLESS, device=one.device, ticket=one.ticket)


def _help(counter: CounterNow) -> Iterator[AlertView]:
    if counter.help_since is not None:
        # The instant is part of the name: a later call for help asks anew.
        since = counter.help_since.strftime("%H%M%S")
        yield AlertView(f"{HELP}:{counter.counter}:{since}", HELP, counter=counter.counter)


def _with_who(alert: AlertView, seen: Mapping[str, SeenAlert]) -> AlertView:
    one = seen.get(alert.alert)
    if one is None:
        return alert
    return AlertView(alert.alert, alert.kind, alert.service, alert.device, alert.ticket, one.by, one.at, alert.counter)
