"""The visit as every answer about one visit gives it."""

from __future__ import annotations

from datetime import datetime

from contracts.queue.answers import StageView, VisitView
from hall.kernel.moment import Moment
from hall.queue.model.calling.why_next import reason_of
from hall.queue.model.stage import Stage
from hall.queue.model.visit import Visit
from hall.queue.queries.sentences import why_sentences


def visit_view(visit: Visit, *, notes: bool = False) -> VisitView:
    """Return the visit as the contract shows it; `notes` only for agents, to whom they are written."""
    return VisitView(
        visit=visit.id,
        ticket=visit.ticket,
        service=visit.service,
        lane=visit.lane,
        state=visit.state,
        counter=visit.counter,
        issued_at=visit.issued.at,
        stages=tuple(_stage_view(stage, notes=notes) for stage in visit.stages),
        group=visit.group if notes else None,
        why=why_sentences(reason_of(visit.stage.why)) if notes and visit.stage.why else None,
        visitor_kind=visit.visitor_kind if notes else None,
    )


def _stage_view(stage: Stage, *, notes: bool) -> StageView:
    return StageView(
        service=stage.service,
        state=stage.state,
        counter=stage.counter,
        agent=stage.agent,
        issued_at=stage.issued.at,
        called_at=_at(stage.called),
        begun_at=_at(stage.begun),
        ended_at=_at(stage.ended),
        outcome=stage.outcome,
        note=stage.note if notes else None,
        remind_at=stage.remind_at,
        goes_back=stage.back is not None,
        marks=stage.marks if notes else (),
        quantity=stage.quantity,
        parked_since=stage.parked_since,
    )


def _at(moment: Moment | None) -> datetime | None:
    return moment.at if moment is not None else None
