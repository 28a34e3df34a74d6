"""What boards tell by the clock today and tomorrow: calls to prayer, the last ticket, closing time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from contracts.settings.boards import TimedNotice, VoiceView, VolumeView
from hall.calendar.prayers import calls_to_prayer
from hall.calendar.service_day import local, times_on
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings

LAST_TICKET_NOTICE = timedelta(minutes=30)
CLOSING_NOTICE = timedelta(minutes=15)


def timed_notices(settings: HallSettings, now: Moment) -> tuple[TimedNotice, ...]:
    """Return the notices of the hall's local today and tomorrow in order, so that a board has them over midnight."""
    today = local(now, settings).date()
    days = (today, today + timedelta(days=1))
    return tuple(sorted((one for day in days for one in _of_day(day, settings)), key=lambda one: one.shown_from))


def voice_view(settings: HallSettings) -> VoiceView:
    """Return how this hall's boards speak."""
    voice = settings.voice
    steps = tuple(VolumeView(f"{step.at:%H:%M}", step.percent) for step in voice.volume)
    return VoiceView(voice.languages, voice.chime, voice.fresh_s, steps)


def _of_day(day: date, settings: HallSettings) -> list[TimedNotice]:
    notices = [
        TimedNotice("prayer", call.at, call.noticed_from, call.away_until, call.name, call.silent_until)
        for call in calls_to_prayer(day, settings)
    ]
    times = times_on(day, settings.hours)
    if times is None or settings.hours.always_open:
        return notices
    last, closing = _instant(day, times.last_ticket, settings), _instant(day, times.closing, settings)
    # After the last ticket the notice of closing is shown; visitors who are in the hall are still served.
    return [
        *notices,
        TimedNotice("last_ticket", last, last - LAST_TICKET_NOTICE, last),
        TimedNotice("closing", closing, max(last, closing - CLOSING_NOTICE), closing),
    ]


def _instant(day: date, at: time, settings: HallSettings) -> datetime:
    return datetime.combine(day, at, ZoneInfo(settings.time_zone)).astimezone(UTC)
