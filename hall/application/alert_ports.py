"""What the use cases need to remember of alerts: which of them somebody has seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class SeenAlert:
    """An alert that somebody has acknowledged; it is remembered while the alert lasts."""

    alert: str
    by: str
    at: datetime


class AlertStore(Protocol):
    """The alerts that were acknowledged and still stand."""

    def seen(self) -> Mapping[str, SeenAlert]:
        """Return them by alert."""
        ...

    def see(self, one: SeenAlert) -> None:
        """Remember one."""
        ...

    def forget(self, alert: str) -> None:
        """Forget one, so that it asks anew when it comes again."""
        ...


class HasAlerts(Protocol):
    """Gives the alerts that somebody has seen."""

    @property
    def alerts(self) -> AlertStore:
        """The alerts that somebody has seen."""
        ...
