"""Which calls to prayer a hall observes, and what they mean at an instant: calls without a voice, and a long leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hall.calendar.prayer_times import GOVERNORATE_PLACES, PRAYERS, prayer_times
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings


@dataclass(frozen=True, slots=True)
class CallToPrayer:
    """One prayer of one day, all in UTC: noticed from, called at, called until, and until when people are away."""

    name: str
    noticed_from: datetime
    at: datetime
    silent_until: datetime
    away_until: datetime


def calls_to_prayer(day: date, settings: HallSettings) -> tuple[CallToPrayer, ...]:
    """Return the five calls of the hall's local `day`, or none where the hall observes none (or is nowhere known)."""
    prayer = settings.prayer
    times = _times(day, settings) if prayer.observed else {}
    return tuple(
        CallToPrayer(
            name,
            times[name] - timedelta(minutes=prayer.notice_min),
            times[name],
            times[name] + timedelta(minutes=prayer.call_min),
            times[name] + timedelta(minutes=prayer.window_min),
        )
        for name in PRAYERS
        if name in times
    )


def prayer_at(now: Moment, settings: HallSettings) -> CallToPrayer | None:
    """Return the prayer for which people are away from the hall now, or None."""
    if not settings.prayer.observed:
        return None
    today = local(now, settings).date()
    # A window that began before midnight may reach into the next day.
    calls = (*calls_to_prayer(today, settings), *calls_to_prayer(today - timedelta(days=1), settings))
    return next((call for call in calls if call.at <= now.at < call.away_until), None)


def _times(day: date, settings: HallSettings) -> dict[str, datetime]:
    zone = ZoneInfo(settings.time_zone)
    for written in settings.prayer.table:
        if written.first <= day <= written.last:
            at = (datetime.combine(day, time, zone).astimezone(UTC) for time in written.times)
            return dict(zip(PRAYERS, at, strict=True))
    place = GOVERNORATE_PLACES.get(settings.governorate)
    if place is None:
        return {}
    corrections = settings.prayer.corrections_min
    return {name: at + timedelta(minutes=corrections.get(name, 0)) for name, at in prayer_times(place, day).items()}
