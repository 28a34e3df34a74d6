"""Whether programs of the hall may be updated now: after closing or before its doors open, never among visitors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from contracts.words.releases import ReleaseProblem
from hall.calendar.service_day import times_on
from hall.kernel.settings import HallSettings

BEFORE_DOORS = timedelta(minutes=15)
"""An update begun later might not be done, or undone, when the doors open."""


@dataclass(frozen=True, slots=True)
class NotNow:
    """Why nothing may be updated now."""

    code: ReleaseProblem
    text: str


def why_not_now(day: date | None, settings: HallSettings, now: datetime, *, is_closed: bool) -> NotNow | None:
    """Return why nothing may be updated, or None; `day` is the newest service day, None before the first one."""
    if day is not None and not is_closed:
        return NotNow(ReleaseProblem.DAY_OPEN, f"the service day {day} is not closed")
    here = now.astimezone(ZoneInfo(settings.time_zone))
    times = times_on(here.date(), settings.hours)
    if times is None or day == here.date():
        return None
    if (here + BEFORE_DOORS).time() >= times.doors and here.time() < times.closing:
        return NotNow(ReleaseProblem.DOORS_OPEN, f"the doors open at {times.doors:%H:%M}")
    return None
