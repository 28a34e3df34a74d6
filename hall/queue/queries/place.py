"""What a visitor's own page says: place, wait and call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from contracts.queue.answers import NewestCall, PlaceView, WaitRange
from contracts.words.hall import VisitState
from hall.calendar.ports import HasDays
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.queue.model.calling.people_ahead import all_ahead, people_ahead
from hall.queue.model.calling.waiting_line import waiting_of
from hall.queue.model.ports import HasNumbers, HasSessions, HasVisits
from hall.queue.model.stage import AT_COUNTER
from hall.queue.model.visit import Visit
from hall.queue.queries.board import newest_calls
from hall.queue.queries.queue_context import queue_context
from hall.queue.queries.staffing import Staffing, staffing_of
from hall.settings.queries.closing import closing_now

Estimate = Callable[[ServiceCode, int], WaitRange | None]
"""The newest expected wait by service and people ahead, at once and without computing."""


class PlaceWork(HasDays, HasNumbers, HasSessions, HasSettings, HasVisits, Protocol):
    """What finding a visit's place in its queue reads."""


def place_view(
    visit: Visit,
    *,
    work: PlaceWork,
    now: Moment,
    estimate: Estimate,
    ahead: Mapping[VisitId, int] | None = None,
    calls: Mapping[ServiceCode, NewestCall] | None = None,
) -> PlaceView:
    """Return the visit's place: people ahead and wait only while it waits, the counter only while it is at one.

    `ahead` and `calls` are the answers of `everybody_ahead` and `calls_of_day`, for a caller with many visits.
    """
    waits = visit.state is VisitState.WAITING
    people = 0
    if waits:
        people = ahead_of(visit, work=work, now=now) if ahead is None else ahead.get(visit.id, 0)
    settings = work.settings
    service = settings.service(visit.service)
    staffing = staffing_of(visit.service, work=work, now=now) if waits else Staffing(open=True)
    return PlaceView(
        ticket=visit.ticket,
        service=visit.service,
        state=visit.state,
        people_ahead=people,
        wait=estimate(visit.service, people) if waits else None,
        counter=visit.counter if visit.state in AT_COUNTER else None,
        hall_names=dict(settings.names),
        service_names=dict(service.names),
        recalls=visit.stage.recalls if visit.state is VisitState.CALLED else 0,
        staffed=staffing.open,
        begins_at=staffing.begins_at,
        language=visit.language,
        newest_call=_newest_call(visit, calls, work) if waits else None,
        late=_is_late(visit, work),
        undo_s=_undo_s(visit, settings.limits.undo_s, now),
        pictogram=service.pictogram,
        closing=closing_now(settings, now),
    )


def calls_of_day(day: date, *, work: PlaceWork) -> Mapping[ServiceCode, NewestCall]:
    """Return the newest call of each service on the board of the day."""
    return newest_calls(work=work, day=day, counters=len(work.settings.counters))


def _newest_call(visit: Visit, calls: Mapping[ServiceCode, NewestCall] | None, work: PlaceWork) -> NewestCall | None:
    known = calls_of_day(visit.service_day, work=work) if calls is None else calls
    return known.get(visit.service)


def _is_late(visit: Visit, work: PlaceWork) -> bool:
    stage = visit.stage
    if not stage.late or stage.held_until_calls is None or visit.state is not VisitState.WAITING:
        return False
    return work.numbers.calls(visit.service_day).get(visit.service, 0) < stage.held_until_calls


def _undo_s(visit: Visit, within_s: int, now: Moment) -> int:
    stage = visit.stage
    if visit.state is not VisitState.CANCELLED or not stage.given_up or stage.ended is None:
        return 0
    return max(0, within_s - int(now.seconds_since(stage.ended)))


def everybody_ahead(day: date, *, work: PlaceWork, now: Moment) -> Mapping[VisitId, int]:
    """Return how many are called before each visit of the day that waits, at the cost of one."""
    latest = work.days.latest()
    if latest is None:
        return {}
    return all_ahead(work.visits.queue(day), queue_context(work, latest, now), work.settings)


def ahead_of(visit: Visit, *, work: PlaceWork, now: Moment) -> int:
    """Return how many are called before the waiting visit, by the real rule."""
    day = work.days.latest()
    if day is None:
        return 0
    waiting = work.visits.queue(visit.service_day, [visit.service])
    asked = waiting_of(visit)
    return people_ahead(asked, waiting, queue_context(work, day, now, [asked]), work.settings)
