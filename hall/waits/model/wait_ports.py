"""What the waiting-time estimate reads of the hall's past: stages served, breaks, and waits printed on tickets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from contracts.words.hall import Lane
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.waits.model.calibration import SimulatedWait
from hall.waits.model.waiting_time import Announced, ExpectedWait


@dataclass(frozen=True, slots=True)
class PastStage:
    """One stage that was called and has ended, by the hall's clock."""

    service_day: date
    service: ServiceCode
    lane: Lane
    first: bool
    """Whether it is the visit's first stage: only those arrive at the hall."""
    counter: CounterId
    issued: Moment
    called: Moment
    ended: Moment
    came: bool


@dataclass(frozen=True, slots=True)
class AnnouncedWait:
    """The range that a ticket carried, and the wait that followed."""

    visit: VisitId
    service_day: date
    service: ServiceCode
    lane: Lane
    hour: int
    """The local hour of issue."""
    announced: Announced
    waited_s: float | None = None
    """Issue to first call; None while, and where, it was not called."""

    @property
    def held(self) -> bool | None:
        """Whether the wait lay within the range; None where the ticket carried none, or nobody was called."""
        shown = self.announced.told
        return None if shown is None or self.waited_s is None else shown.low_s <= self.waited_s <= shown.high_s


class WaitStore(Protocol):
    """The hall's past as the estimate reads it, and the waits told, kept beside their outcome; never changed."""

    def ended(self, since: date, limit: int) -> Sequence[PastStage]:
        """Return the newest stages from `since` on that were called and have ended, oldest first."""
        ...

    def break_lengths(self, limit: int) -> Sequence[float]:
        """Return the lengths of the newest breaks in seconds, oldest first."""
        ...

    def announce(self, told: AnnouncedWait) -> None:
        """Store the expected wait that a new ticket carries."""
        ...

    def range_told(self, visit_id: VisitId) -> ExpectedWait | None:
        """Return the range that the visit's ticket carried, or None where it carried none."""
        ...

    def outcomes(self, limit: int) -> Sequence[tuple[SimulatedWait, float]]:
        """Return the newest estimates that were called, with the wait in seconds, oldest first."""
        ...

    def told(self, first: date, last: date) -> Sequence[AnnouncedWait]:
        """Return every wait told from the first to the last day, in order of issue."""
        ...


def groups_of(service: ServiceCode, lane: Lane, hour: int) -> tuple[tuple[str, str | int], ...]:
    """Return what an estimate belongs to besides the length of its queue."""
    return ("service", service), ("lane", lane.value), ("hour", hour)


class HasWaits(Protocol):
    """Gives the hall's past as the estimate reads it."""

    @property
    def waits(self) -> WaitStore:
        """The hall's past as the estimate reads it, and the waits told."""
        ...


class BookedVisit(Protocol):
    """A visit that is booked, as the estimate reads it."""

    @property
    def number(self) -> str:
        """Its booking number."""
        ...

    @property
    def service(self) -> ServiceCode:
        """What it is for."""
        ...

    @property
    def slot(self) -> datetime:
        """When it is booked for, aware UTC."""
        ...

    @property
    def cancelled(self) -> datetime | None:
        """When it was given up."""
        ...

    @property
    def visit(self) -> VisitId | None:
        """The visit that it became."""
        ...


class BookedVisits(Protocol):
    """Booked visits by their day."""

    def of_day(self, day: date) -> Sequence[BookedVisit]:
        """Return those of a service day by their slot."""
        ...


class HasBookedVisits(Protocol):
    """Gives booked visits."""

    @property
    def appointments(self) -> BookedVisits:
        """Booked visits."""
        ...
