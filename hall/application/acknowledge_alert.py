"""Say that an alert was seen and somebody is on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from hall.application.alert_ports import HasAlerts, SeenAlert
from hall.application.fact_ports import RecordsFacts
from hall.domain.day_errors import AlertOverError
from hall.domain.day_events import AlertAcknowledged
from hall.domain.moment import Moment


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
