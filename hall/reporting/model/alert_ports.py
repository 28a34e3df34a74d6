"""What the use cases need to remember of alerts: which of them somebody has seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from contracts.words.complaints import ComplaintState


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
        """Forget one, so that it must be confirmed again when it comes back."""
        ...


class HasAlerts(Protocol):
    """Gives the alerts that somebody has seen."""

    @property
    def alerts(self) -> AlertStore:
        """The alerts that somebody has seen."""
        ...


class OpenComplaint(Protocol):
    """A complaint or suggestion that is not closed, as far as an alert needs it."""

    @property
    def number(self) -> str:
        """Its number."""
        ...

    @property
    def state(self) -> ComplaintState:
        """Where it stands."""
        ...


class OpenComplaints(Protocol):
    """Complaints and suggestions that are not closed."""

    def open(self, limit: int) -> Sequence[OpenComplaint]:
        """Return at most `limit`, the oldest first."""
        ...


class HasOpenComplaints(Protocol):
    """Gives complaints and suggestions that are not closed."""

    @property
    def complaints(self) -> OpenComplaints:
        """The complaints and suggestions."""
        ...
