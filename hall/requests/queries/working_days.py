"""The days off as the hall knows them, and when a request of today is due."""

from __future__ import annotations

from datetime import date

from contracts.requests.answers import DayOffView, WorkingDaysView
from hall.calendar.oman_holidays import NAMES
from hall.calendar.service_day import local
from hall.calendar.working_days import DayOff, announced_to, calendar_of, latest_referral
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings


def working_days_view(
    first: date | None, last: date | None, *, work: HasSettings, now: Moment, moved: int = 0
) -> WorkingDaysView:
    """Return the days off from `first` to `last`: of this year and the next without them."""
    today = local(now, work.settings).date()
    begin, end = first or today.replace(month=1, day=1), last or date(today.year + 1, 12, 31)
    calendar = calendar_of(work.settings)
    own = {one.day for one in work.settings.hours.holidays}
    due = latest_referral(today, calendar)
    return WorkingDaysView(
        today=today,
        first=begin,
        last=end,
        days_off=tuple(_view(one, own=one.day in own) for one in calendar.days_off(begin, end)),
        hijri_offset_days=work.settings.hijri_offset_days,
        due=due.day,
        due_expected=due.expected,
        announced_to=announced_to(calendar),
        at=now.at,
        moved=moved,
    )


def _view(off: DayOff, *, own: bool) -> DayOffView:
    names = dict(off.names) or (dict(NAMES[off.occasion]) if off.occasion else {})
    occasion = off.occasion.value if off.occasion else None
    return DayOffView(off.day, names, off.expected, occasion, off.source, own)
