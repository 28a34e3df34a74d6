"""Ports of the alerts: which alerts somebody has acknowledged, and the complaints that an alert is about."""

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
    """The alerts that somebody has acknowledged and that are not over."""

    def seen(self) -> Mapping[str, SeenAlert]:
        """Return these alerts, by the alert's id."""
        ...

    def see(self, one: SeenAlert) -> None:
        """Store one acknowledgement."""
        ...

    def forget(self, alert: str) -> None:
        """Delete one acknowledgement, so that the alert must be acknowledged again when it comes back."""
        ...


class HasAlerts(Protocol):
    """Gives the acknowledged alerts."""

    @property
    def alerts(self) -> AlertStore:
        """The acknowledged alerts."""
        ...


class OpenComplaint(Protocol):
    """The part of an open complaint or suggestion that an alert needs."""

    @property
    def number(self) -> str:
        """Its number."""
        ...

    @property
    def state(self) -> ComplaintState:
        """Its state."""
        ...


class OpenComplaints(Protocol):
    """The open complaints and suggestions."""

    def open(self, limit: int) -> Sequence[OpenComplaint]:
        """Return at most `limit`, the oldest first."""
        ...


class HasOpenComplaints(Protocol):
    """Gives the open complaints and suggestions."""

    @property
    def complaints(self) -> OpenComplaints:
        """The complaints and suggestions."""
        ...
