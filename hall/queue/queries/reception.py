"""What reception's page shows: who is in the hall or missed the call, and how many are before each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from contracts.queue.reception import DeskVisit
from contracts.words.hall import Lane, VisitState
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.queue.model.calling.people_ahead import all_ahead
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit
from hall.queue.queries.queue_context import QueueContextWork, queue_context

MOST = 300
"""Visits on the page: more than a person reads, fewer than a browser minds."""


class ReceptionViewWork(ShownDayWork, QueueContextWork, HasVisits, Protocol):
    """What the reception's view reads."""


def at_reception(*, work: ReceptionViewWork, now: Moment) -> tuple[Sequence[DeskVisit], int]:
    """Return the newest visits that may still be called, and how many more there are."""
    day = shown_day(work, now)
    if day is None:
        return (), 0
    here = [visit for visit in (*work.visits.in_hall(day.day), *work.visits.missed(day.day)) if visit.ticket]
    newest = sorted(here, key=lambda visit: (visit.issued.at, visit.id), reverse=True)
    return desk_visits(newest[:MOST], work=work, now=now), max(0, len(newest) - MOST)


def desk_visits(visits: Iterable[Visit], *, work: ReceptionViewWork, now: Moment) -> tuple[DeskVisit, ...]:
    """Return the visits as reception sees them, in the same order."""
    day = work.days.latest()
    ahead = all_ahead(work.visits.queue(day.day), queue_context(work, day, now), work.settings) if day else {}
    return tuple(_desk_visit(visit, ahead.get(VisitId(visit.id))) for visit in visits)


def _desk_visit(visit: Visit, ahead: int | None) -> DeskVisit:
    stage = visit.stage
    return DeskVisit(
        visit=visit.id,
        ticket=visit.ticket,
        service=visit.service,
        lane=visit.lane,
        state=visit.state,
        issued_at=visit.issued.at,
        visitor_kind=visit.visitor_kind,
        counter=visit.counter,
        called_at=stage.called.at if stage.called else None,
        people_ahead=ahead if visit.state is VisitState.WAITING else None,
        group=visit.group,
        reprints=visit.reprints,
        appointment=visit.lane is Lane.APPOINTMENT,
    )
