"""Facts of who came in and who may: the pages' sign-ins, readings of telephone numbers, acts on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hall.domain.events import Fact


@dataclass(frozen=True, slots=True)
class StaffSignedIn(Fact):
    """Somebody began a session on the hall's pages in this role."""

    by: str
    role: str


@dataclass(frozen=True, slots=True)
class StaffSignedOut(Fact):
    """Somebody ended the session on the hall's pages."""

    by: str
    role: str


@dataclass(frozen=True, slots=True)
class AppointmentPhonesRead(Fact):
    """Somebody read the telephone numbers of an official's day; the numbers are in no fact."""

    official: str
    day: date
    by: str


@dataclass(frozen=True, slots=True)
class ConsoleActed(Fact):
    """Somebody did `act` to `subject` on the hall's command line; `by` is the account of the system."""

    act: str
    subject: str
    done_at: datetime
    by: str
