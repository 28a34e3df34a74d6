"""Say that an alert was seen and somebody is on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from hall.calendar.facts import AlertAcknowledged
from hall.calendar.refusals import AlertOverError
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.reporting.model.alert_ports import HasAlerts, SeenAlert


@dataclass(frozen=True)
class AcknowledgeAlert:
    """`by` has seen `alert`; `standing` are the alerts that there are now."""

    alert: str
    by: str
    standing: Collection[str]


class AcknowledgeAlertWork(HasAlerts, RecordsFacts, Protocol):
    """What acknowledging an alert reads and writes."""


def acknowledge_alert(command: AcknowledgeAlert, *, work: AcknowledgeAlertWork, now: Moment) -> None:
    """Remember who has seen it first; refuse for one that is over."""
    if command.alert not in command.standing:
        raise AlertOverError(f"there is no alert {command.alert[:80]} now")
    if command.alert in work.alerts.seen():
        return
    work.alerts.see(SeenAlert(command.alert, command.by, now.at))
    work.record(AlertAcknowledged(command.alert, command.by))
