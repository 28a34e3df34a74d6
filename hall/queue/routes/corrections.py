"""Correct the records of visits that are over, and list stages that may need a correction."""

from __future__ import annotations

from datetime import date

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.queue.answers import VisitView
from contracts.queue.corrections import CorrectionsView, CorrectRequest
from hall.calendar.service_day import local
from hall.kernel.callers import Answer
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.web.answers import said
from hall.platform.web.days_asked import days_between
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.queue.commands.correct import Correct, TakeBackCorrection, correct, take_back_correction
from hall.queue.model.corrections.amendment import Amendment
from hall.queue.queries.corrections import corrections_view
from hall.queue.queries.visit_view import visit_view
from hall.queue.work import QueueWork


@get("/corrections")
async def list_corrections(
    request: HallRequest, first_day: NamedDependency[date | None], last_day: NamedDependency[date | None]
) -> CorrectionsView:
    """Return the corrections to the visits of some days, and stages that may need one."""

    def ask(work: QueueWork, now: Moment) -> CorrectionsView:
        days = days_between(first_day, last_day, local(now, work.settings).date())
        return corrections_view(*days, work=work, stages=work.outliers, now=now)

    return await request.ask(ask)


@post("/visits/{visit:str}/corrections", status_code=200)
async def correct_visit(
    request: HallRequest, data: JSONBody[CorrectRequest], visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[VisitView]:
    """Let other values stand for a stage of a visit that is over."""
    by = request.caller.name

    def run(work: QueueWork, now: Moment) -> Answer:
        position = data.position if data.position is not None else len(work.visits.get(visit_id).stages) - 1
        amendment = Amendment(
            position, data.reason, data.begun_at, data.ended_at, data.outcome,
            None if data.service is None else ServiceCode(data.service), data.remark,
        )  # fmt: skip
        return said(200, visit_view(correct(Correct(visit_id, amendment, by), work=work, now=now)))

    return await request.run(run, key)


@post("/visits/{visit:str}/corrections/undo", status_code=200)
async def undo_correction(
    request: HallRequest, visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[VisitView]:
    """Take back the newest correction of a visit."""
    command = TakeBackCorrection(visit_id, request.caller.name)
    return await request.run(
        lambda work, now: said(200, visit_view(take_back_correction(command, work=work, now=now))), key
    )


routes = Router("/", route_handlers=[list_corrections, correct_visit, undo_correction], tags=["visits"])
