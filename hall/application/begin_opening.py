"""Begin the check before the hall opens: every kiosk prints a test ticket, every board says a number."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.opening_ports import OpeningCheck
from hall.application.ports import Work
from hall.domain.day_events import OpeningCheckBegun
from hall.domain.moment import Moment
from hall.domain.service_day import local


@dataclass(frozen=True)
class BeginOpening:
    """Begin the check `check` (a new id)."""

    check: str
    by: str


def begin_opening(command: BeginOpening, *, work: Work, now: Moment) -> OpeningCheck:
    """Ask all devices for their test; one that is under way is left as it is, and a new one begins."""
    check = OpeningCheck(command.check, local(now, work.settings).date(), command.by, now.at)
    work.openings.save(check)
    work.record(OpeningCheckBegun(check.id, check.by))
    return check
