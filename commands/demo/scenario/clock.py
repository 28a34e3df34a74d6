"""When the demo plays: a quarter past ten on a working day, or where it stopped while that morning lasts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from common.files.durable import write_whole
from hall.calendar.service_day import times_on
from hall.kernel.settings import Hours

FILE = "demo-clock.txt"
BEGINS = time(10, 15)
LASTS_UNTIL = time(12, 45)
"""A demo that is started again later than this begins the next working day: an hour before the last ticket."""
WEEKS = 8
"""Two months of figures, and for the plan eight days of each weekday; each week takes seconds at the first start."""


def begins_at(now: datetime, hours: Hours, zone: ZoneInfo) -> datetime:
    """Return a quarter past ten on the working day that `now` belongs to, or on the next one.

    >>> from zoneinfo import ZoneInfo
    >>> from hall.kernel.settings import FiveTimes
    >>> eight, two = time(8), time(14)
    >>> hours = Hours({day: FiveTimes(eight, eight, eight, two, two) for day in (1, 2, 3, 4, 7)})
    >>> friday = datetime(2026, 11, 27, 23, tzinfo=ZoneInfo("Asia/Muscat"))
    >>> f"{begins_at(friday, hours, ZoneInfo('Asia/Muscat')):%A %H:%M}"
    'Sunday 10:15'
    """
    day = now.astimezone(zone).date()
    while times_on(day, hours) is None:
        day += timedelta(days=1)
    return datetime.combine(day, BEGINS, zone)


def goes_on_at(stopped: datetime, hours: Hours, zone: ZoneInfo) -> datetime:
    """Return the instant at which a demo that stopped at `stopped` goes on: there, or on the next morning."""
    here = stopped.astimezone(zone)
    if here.time() < LASTS_UNTIL and times_on(here.date(), hours) is not None:
        return here
    return begins_at(datetime.combine(here.date() + timedelta(days=1), BEGINS, zone), hours, zone)


def days_before(day: date, hours: Hours) -> list[date]:
    """Return the working days of the eight weeks before `day`, the oldest first."""
    days = [day - timedelta(days=back) for back in range(7 * WEEKS, 0, -1)]
    return [one for one in days if times_on(one, hours) is not None]


def stopped_at(folder: Path) -> datetime | None:
    """Return where the demo of this folder stopped, or None for a new one."""
    try:
        return datetime.fromisoformat((folder / FILE).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None


def note_time(folder: Path, now: datetime) -> None:
    """Note where the demo is, so that it goes on from there."""
    write_whole(folder / FILE, now.isoformat())
