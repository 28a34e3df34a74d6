"""The hall's service day: a state of its own, fixed by data and never by a timer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from hall.domain.moment import Moment


class DayState(Enum):
    """Where a service day stands."""

    OPEN = "open"
    DOUBTFUL = "doubtful"
    CLOSED = "closed"


@dataclass(slots=True)
class ServiceDay:
    """One service day of the hall."""

    day: date
    state: DayState
    opened: Moment
    closed: Moment | None = None
    closed_by: str | None = None
    by_hand: bool = False
    """Opened (again) by a person: tickets are given though the hours alone would not."""
    doubted: date | None = None
    """The clock's day that was told to be doubtful and waits for the hall head; while set, `state` is DOUBTFUL."""
