"""Begin the check before the hall opens: every kiosk prints a test ticket, every board says a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.calendar.facts import OpeningCheckBegun
from hall.calendar.service_day import local
from hall.day.model.opening_ports import HasOpenings, OpeningCheck
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings, RecordsFacts


@dataclass(frozen=True)
class BeginOpening:
    """Begin the check `check` (a new id)."""

    check: str
    by: str


class BeginOpeningWork(HasOpenings, HasSettings, RecordsFacts, Protocol):
    """What beginning the opening check reads and writes."""


def begin_opening(command: BeginOpening, *, work: BeginOpeningWork, now: Moment) -> OpeningCheck:
    """Ask all devices for their test; one that is under way is left as it is, and a new one begins."""
    check = OpeningCheck(command.check, local(now, work.settings).date(), command.by, now.at)
    work.openings.save(check)
    work.record(OpeningCheckBegun(check.id, check.by))
    return check
