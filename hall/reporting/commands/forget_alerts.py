"""Forget who has seen an alert when it is over: when it comes back, it must be acknowledged again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from hall.calendar.facts import AlertOver
from hall.kernel.ports import RecordsFacts
from hall.reporting.model.alert_ports import HasAlerts


def over_now(standing: Collection[str], *, work: HasAlerts) -> frozenset[str]:
    """Return the alerts that were acknowledged and are over."""
    return frozenset(work.alerts.seen()) - set(standing)


class ForgetAlertsWork(HasAlerts, RecordsFacts, Protocol):
    """What forgetting alerts reads and writes."""


def forget_alerts(over: Collection[str], *, work: ForgetAlertsWork) -> None:
    """Forget these, with a fact of each."""
    for alert in sorted(over):
        work.alerts.forget(alert)
        work.record(AlertOver(alert))
