"""Facts of who came in and who may: the pages' sign-ins, readings of telephone numbers, acts on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hall.kernel.facts import Fact


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
class ConsoleActed(Fact):
    """Somebody did `act` to `subject` on the hall's command line; `by` is the account of the system."""

    act: str
    subject: str
    done_at: datetime
    by: str
