"""Ports for sending reports: the deliveries, and the carriers that send them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from hall.settings.model.report_plan import DeliveryMethod, ScheduledReport


class DeliveryState(StrEnum):
    """How far a report of a period has come on one way."""

    DUE = "due"
    """Somebody asked for it, or it waits for its next try."""
    SENDING = "sending"
    """Stored before the first byte leaves: where the service ends meanwhile, nobody knows whether it arrived."""
    SENT = "sent"
    FAILING = "failing"
    IN_DOUBT = "in_doubt"


@dataclass(frozen=True)
class Delivery:
    """One report of one period on one way."""

    report: str
    first: date
    way: DeliveryMethod
    state: DeliveryState
    tries: int
    at: datetime
    """When it came to this state."""
    next_at: datetime | None = None
    why: str = ""
    """Why the last try failed, in plain words."""


@dataclass(frozen=True)
class Enclosure:
    """One file of a report."""

    name: str
    media_type: str
    content: bytes


class DeliveryFailedError(Exception):
    """A report could not leave; the text says why and what to do."""


class Deliveries(Protocol):
    """The deliveries of the reports."""

    def find(self, report: str, first: date, way: DeliveryMethod) -> Delivery | None:
        """Return one, or None when it was never tried."""
        ...

    def newest(self, report: str, way: DeliveryMethod) -> Delivery | None:
        """Return that of the newest period, or None."""
        ...

    def begun(self, report: str, way: DeliveryMethod) -> date | None:
        """Return the first day of the oldest period that was ever to leave, or None."""
        ...

    def unsent(self) -> Sequence[Delivery]:
        """Return all that are due, failing or were being sent, oldest period first."""
        ...

    def save(self, delivery: Delivery) -> None:
        """Store one; another state of the same is replaced."""
        ...


class Carrier(Protocol):
    """Delivers reports to one kind of target."""

    def carry(self, report: ScheduledReport, subject: str, enclosures: Sequence[Enclosure], key: str) -> None:
        """Let the files leave; `key` is the same for the same report of the same period. Raise DeliveryFailedError."""
        ...
