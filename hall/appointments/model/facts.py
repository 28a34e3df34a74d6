"""Facts about officials: an appointment moved, and when an official receives. No fact names a visitor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hall.kernel.facts import Fact
from hall.kernel.ids import ServiceCode


@dataclass(frozen=True, slots=True)
class AppointmentMoved(Fact):
    """A booked slot was changed for another one."""

    number: str
    service: ServiceCode
    was: datetime
    slot: datetime
    by: str


@dataclass(frozen=True, slots=True)
class AppointmentPhoneRead(Fact):
    """Somebody read the telephone number that the holder of a slot with an official left."""

    number: str
    service: ServiceCode
    by: str


@dataclass(frozen=True, slots=True)
class OfficialHoursChanged(Fact):
    """Somebody changed when an official receives; `booked` appointments stand outside his hours since."""

    official: str
    booked: int
    by: str


@dataclass(frozen=True, slots=True)
class OfficialAway(Fact):
    """An official receives nobody on these days; `booked` appointments lie in them."""

    official: str
    first: date
    last: date
    booked: int
    by: str


@dataclass(frozen=True, slots=True)
class OfficialPresent(Fact):
    """An absence was taken back."""

    official: str
    first: date
    by: str
