"""Facts of what reception corrects: the service of a visit, its group, its paper."""

from __future__ import annotations

from dataclasses import dataclass

from hall.domain.events import VisitFact
from hall.domain.ids import DeviceId, ServiceCode


@dataclass(frozen=True, slots=True)
class ServiceChanged(VisitFact):
    """A waiting visit waits for another service since, from its first time of issue; `was` is the one before."""

    by: str
    was: ServiceCode


@dataclass(frozen=True, slots=True)
class VisitUnlinked(VisitFact):
    """The visit belongs to its group no more."""

    group: str
    by: str


@dataclass(frozen=True, slots=True)
class CodeRenewed(VisitFact):
    """The ticket has another code since: the one on the paper before is dead."""

    by: str


@dataclass(frozen=True, slots=True)
class TicketAsked(VisitFact):
    """The ticket is to be printed at a kiosk."""

    at_device: DeviceId
    by: str
