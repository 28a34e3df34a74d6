"""What a visitor's own page says: place, wait and call."""

from __future__ import annotations

from collections.abc import Callable

from contracts.hall_answers import PlaceView, WaitRange
from contracts.hall_words import VisitState
from hall.application.at_counter import surroundings
from hall.application.ports import Work
from hall.application.staffing_query import Staffing, staffing_of
from hall.domain.ids import ServiceCode
from hall.domain.moment import Moment
from hall.domain.people_ahead import people_ahead
from hall.domain.stage import AT_COUNTER
from hall.domain.visit import Visit
from hall.domain.waiting import waiting_of

Estimate = Callable[[ServiceCode, int], WaitRange | None]
"""The newest expected wait by service and people ahead, at once and without computing."""


def place_view(visit: Visit, *, work: Work, now: Moment, estimate: Estimate) -> PlaceView:
    """Return the visit's place: people ahead and wait only while it waits, the counter only while it is at one."""
    waits = visit.state is VisitState.WAITING
    ahead = ahead_of(visit, work=work, now=now) if waits else 0
    settings = work.settings
    service = settings.service(visit.service)
    staffing = staffing_of(visit.service, work=work, now=now) if waits else Staffing(open=True)
    return PlaceView(
        ticket=visit.ticket,
        service=visit.service,
        state=visit.state,
        people_ahead=ahead,
        wait=estimate(visit.service, ahead) if waits else None,
        counter=visit.counter if visit.state in AT_COUNTER else None,
        hall_names=dict(settings.names),
        service_names=dict(service.names),
        recalls=visit.stage.recalls if visit.state is VisitState.CALLED else 0,
        staffed=staffing.open,
        begins_at=staffing.begins_at,
        language=visit.language,
    )


def ahead_of(visit: Visit, *, work: Work, now: Moment) -> int:
    """Return how many are called before the waiting visit, by the real rule."""
    day = work.days.latest()
    if day is None:
        return 0
    waiting = work.visits.queue(visit.service_day, [visit.service])
    return people_ahead(waiting_of(visit), waiting, surroundings(work, day, now), work.settings)
