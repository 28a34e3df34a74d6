"""Whether the head is asked about the moon, and what was set."""

from __future__ import annotations

from datetime import date, timedelta

from common.clock.hijri import hijri_date
from contracts.day.moon import MoonActView, MoonQuestion, MoonView
from contracts.words.moon import FIRST_DAYS, MoonEvent
from hall.calendar.service_day import local
from hall.kernel.closure import MoonAct
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.settings import HallSettings

ASKED_DAYS = 1
"""Days before and after the printed first day on which the head is asked: the moon decides within them."""
SAME_DAYS = 10
"""An act or an announced day off this near to the printed day answers the question."""
ACTS_DAYS = 40
"""How long an act is shown: as long as Ramadan lasts, and some days."""


def moon_view(*, work: HasSettings, now: Moment, cut_off: bool) -> MoonView:
    """Return the acts of the last weeks and, where the hall is `cut_off`, the question of these days."""
    settings, today = work.settings, local(now, work.settings).date()
    newest = [one for one in settings.moon_acts if (today - one.begins).days <= ACTS_DAYS]
    question = _question(settings, today) if cut_off else None
    return MoonView(today, question, tuple(moon_act_view(one) for one in reversed(newest)))


def moon_act_view(one: MoonAct) -> MoonActView:
    """Return one act as the page shows it."""
    return MoonActView(one.id, one.event, one.begins, one.by, one.at, one.from_centre)


def _question(settings: HallSettings, today: date) -> MoonQuestion | None:
    for event, first_day in FIRST_DAYS.items():
        for ahead in range(-ASKED_DAYS, ASKED_DAYS + 1):
            printed = today + timedelta(days=ahead)
            there = hijri_date(printed, offset_days=settings.hijri_offset_days)
            if there and (there.month, there.day) == first_day and not _is_known(event, printed, settings):
                return MoonQuestion(event, printed)
    return None


def _is_known(event: MoonEvent, printed: date, settings: HallSettings) -> bool:
    acts = [one.begins for one in settings.moon_acts if one.event is event]
    told = [one.day for one in settings.hours.holidays if not one.expected and one.occasion == event.value]
    return any(abs((day - printed).days) <= SAME_DAYS for day in (*acts, *told))
