"""Make the record of an ended visit that the centre receives: a pure function of the visit."""

from __future__ import annotations

from datetime import datetime

from contracts.centre.outbox_entry import StageRecord, VisitRecord
from contracts.codec.message import replace
from hall.kernel.moment import Moment
from hall.queue.model.ports import AnnouncedRange
from hall.queue.model.stage import Stage
from hall.queue.model.visit import Visit


def visit_record(visit: Visit, hall: str, announced: AnnouncedRange | None = None) -> VisitRecord:
    """Return the record of the visit at the revision `visit.told`; `announced`: the range on its ticket."""
    stages = tuple(_stage_record(stage) for stage in visit.stages)
    if announced is not None:
        first = replace(stages[0], told_low_s=announced.low_s, told_high_s=announced.high_s)
        stages = (first, *stages[1:])
    served = next((stage for stage in reversed(visit.stages) if stage.begun is not None), None)
    last = served or visit.stage
    return VisitRecord(
        hall=hall,
        visit=visit.id,
        service_day=visit.service_day,
        rev=visit.told,
        ticket=visit.ticket or None,
        service=visit.stages[0].service,
        lane=visit.lane.value,
        visitor_kind=visit.visitor_kind.value if visit.visitor_kind else None,
        state=visit.state.value,
        outcome=visit.stage.outcome.value if visit.stage.outcome else None,
        counter=last.counter,
        agent=last.agent,
        issued_at=visit.issued.at,
        called_at=next((stage.called_at for stage in stages if stage.called_at is not None), None),
        begun_at=next((stage.begun_at for stage in stages if stage.begun_at is not None), None),
        ended_at=stages[-1].ended_at,
        waiting_s=_total([stage.waiting_s for stage in stages]),
        time_to_begin_s=_total([stage.time_to_begin_s for stage in stages]),
        serving_s=_total([stage.serving_s for stage in stages]),
        stages=stages,
        carried_from=visit.carried_from,
        suspect_clock=any(_suspect(stage) for stage in visit.stages),
    )


def _stage_record(stage: Stage) -> StageRecord:
    return StageRecord(
        service=stage.service,
        counter=stage.counter,
        agent=stage.agent,
        issued_at=stage.issued.at,
        called_at=_at(stage.first_called),
        begun_at=_at(stage.begun),
        ended_at=_at(stage.ended),
        outcome=stage.outcome.value if stage.outcome else None,
        waiting_s=_between(stage.issued, stage.first_called),
        time_to_begin_s=_between(stage.first_called, stage.begun),
        serving_s=round(stage.served_s) if stage.begun is not None else None,
    )


def _at(moment: Moment | None) -> datetime | None:
    return moment.at if moment is not None else None


def _between(first: Moment | None, then: Moment | None) -> int | None:
    return None if first is None or then is None else round(then.seconds_since(first))


def _total(parts: list[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def _suspect(stage: Stage) -> bool:
    """Return whether the stage's times came from more than one boot, so that no monotonic clock could measure it."""
    moments = (stage.issued, stage.first_called, stage.begun, stage.ended)
    return len({moment.boot for moment in moments if moment is not None}) > 1
