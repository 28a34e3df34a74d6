"""What the use cases need of service days: the hall's own, and those that are over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from contracts.words.hall import VisitState
from hall.calendar.service_day import ServiceDay
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment


@dataclass(frozen=True, slots=True)
class CalledStage:
    """One stage that was called: the wait ends with its first call."""

    service: ServiceCode
    first: bool
    """Whether it is the visit's first stage: only those come to the hall."""
    issued: Moment
    first_called: Moment

    @property
    def waited_s(self) -> float:
        """Issue (or transfer) to the first call, in seconds."""
        return self.first_called.seconds_since(self.issued)


class PastDays(Protocol):
    """Service days that are over."""

    def before(self, day: date) -> tuple[date, str | None] | None:
        """Return the last service day before this one and who closed it; None where there was none."""
        ...

    def states(self, day: date) -> Mapping[VisitState, int]:
        """Return how many visits of the day ended in each state."""
        ...

    def called(self, day: date) -> Sequence[CalledStage]:
        """Return every stage of the day that was called, in order of issue; a walk-up's call is his begin: no wait."""
        ...


class HasPastDays(Protocol):
    """Gives the service days that are over."""

    @property
    def past_days(self) -> PastDays:
        """Service days that are over."""
        ...


class DayStore(Protocol):
    """The service days."""

    def latest(self) -> ServiceDay | None:
        """Return the day that was saved last, or None in a new hall.

        This is not always the greatest date: a date that somebody confirmed may lie before one that was a mistake.
        """
        ...

    def save(self, day: ServiceDay) -> None:
        """Store a new or changed day."""
        ...

    def fill_in(self, day: ServiceDay) -> None:
        """Store a day that nobody opened, if it is not there; the hall's day stays the one that was saved last."""
        ...


class HasDays(Protocol):
    """Gives the service days."""

    @property
    def days(self) -> DayStore:
        """The service days."""
        ...


class AnnouncedRange(Protocol):
    """An expected wait that a ticket carried, and whether it was right."""

    @property
    def held(self) -> bool | None:
        """Whether the wait lay within the range; None where there is nothing to compare."""
        ...


class RangesOfTickets(Protocol):
    """The expected waits that tickets carried."""

    def told(self, first: date, last: date) -> Sequence[AnnouncedRange]:
        """Return the expected wait of every ticket from the first to the last day."""
        ...


class HasRangesOfTickets(Protocol):
    """Gives the expected waits that tickets carried."""

    @property
    def waits(self) -> RangesOfTickets:
        """The expected waits that tickets carried."""
        ...
