"""Which service day is shown now."""

from __future__ import annotations

from typing import Protocol

from hall.calendar.ports import HasDays
from hall.calendar.service_day import DayState, ServiceDay, local
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings


class ShownDayWork(HasDays, HasSettings, Protocol):
    """What finding the day that is shown reads."""


def shown_day(work: ShownDayWork, now: Moment) -> ServiceDay | None:
    """Return the day whose queue is shown now: the newest, unless it was closed on an earlier date. Changes nothing."""
    latest = work.days.latest()
    if latest is None or latest.state is DayState.OPEN or latest.day == local(now, work.settings).date():
        return latest
    return None
