"""The last day in a few lines: what the hall head reads in the morning and hangs on the wall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from typing import Protocol
from zoneinfo import ZoneInfo

from contracts.day.answers import DayNote, LongestWait, NoteView, ServiceNote
from contracts.words.hall import VisitState
from hall.calendar.ports import CalledStage, HasPastDays, HasRangesOfTickets
from hall.calendar.service_day import DayState, local
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings, Service


class NoteViewWork(ShownDayWork, HasPastDays, HasRangesOfTickets, Protocol):
    """What the note of a day reads."""


def note_view(*, work: NoteViewWork, now: Moment) -> NoteView:
    """Return the note of the last service day that is over: today's once it is closed."""
    shown = shown_day(work, now)
    today = shown.day if shown else local(now, work.settings).date()
    is_over = shown is not None and shown.state is DayState.CLOSED
    found = work.past_days.before(today + timedelta(days=1) if is_over else today)
    return NoteView(None if found is None else _note(*found, work))


def _note(day: date, closed_by: str | None, work: NoteViewWork) -> DayNote:
    states, called, settings = work.past_days.states(day), work.past_days.called(day), work.settings
    held = [one.held for one in work.waits.told(day, day) if one.held is not None]
    zone = ZoneInfo(settings.time_zone)
    hours = Counter(stage.issued.at.astimezone(zone).hour for stage in called if stage.first)
    hour, came = max(hours.items(), key=lambda pair: (pair[1], -pair[0]), default=(None, 0))
    return DayNote(
        service_day=day,
        visits=sum(states.values()),
        served=states.get(VisitState.FINISHED, 0),
        no_shows=states.get(VisitState.NO_SHOW, 0),
        carried_over=states.get(VisitState.CARRIED_OVER, 0),
        cancelled=states.get(VisitState.CANCELLED, 0),
        called=len(called),
        median_wait_s=_median(called),
        within_target=_within(called, settings),
        longest=_longest(called),
        busiest_hour=hour,
        busiest_came=came,
        ranges_told=len(held),
        ranges_right=sum(held),
        closed_by=closed_by,
        services=tuple(_of_service(service, called, settings) for service in settings.services),
    )


def _of_service(service: Service, called: Sequence[CalledStage], settings: HallSettings) -> ServiceNote:
    ours = [stage for stage in called if stage.service == service.code]
    return ServiceNote(service.code, len(ours), _median(ours), _within(ours, settings))


def _median(called: Sequence[CalledStage]) -> int | None:
    return round(median(stage.waited_s for stage in called)) if called else None


def _within(called: Sequence[CalledStage], settings: HallSettings) -> int | None:
    targets = {service.code: service.target_wait_s for service in settings.services}
    judged = [stage for stage in called if stage.service in targets]
    if not judged:
        return None
    return round(100 * sum(stage.waited_s <= targets[stage.service] for stage in judged) / len(judged))


def _longest(called: Sequence[CalledStage]) -> LongestWait | None:
    longest = max(called, key=lambda stage: stage.waited_s, default=None)
    if longest is None:
        return None
    return LongestWait(longest.service, round(longest.waited_s), longest.issued.at)
