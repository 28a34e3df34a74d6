"""Facts of sudden closures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from contracts.words.closures import ClosureReason
from contracts.words.moon import MoonEvent
from hall.kernel.facts import Fact


@dataclass(frozen=True, slots=True)
class HallClosed(Fact):
    """Somebody closed the hall suddenly; `moved` bookings got another slot."""

    closure: str
    reason: ClosureReason
    first: datetime
    until: datetime
    by: str
    from_centre: bool
    moved: int


@dataclass(frozen=True, slots=True)
class HallOpenedAgain(Fact):
    """A sudden closure ended: `by` is who took it back, or `hour` where its time was over."""

    closure: str
    by: str


@dataclass(frozen=True, slots=True)
class MoonFollowed(Fact):
    """Ramadan or an Eid begins on this day: hours, days off and Hijri date were set; `moved` bookings moved."""

    act: str
    event: MoonEvent
    begins: date
    by: str
    from_centre: bool
    moved: int


@dataclass(frozen=True, slots=True)
class MoonTakenBack(Fact):
    """What stood before an act about the moon holds again."""

    act: str
    event: MoonEvent
    by: str
