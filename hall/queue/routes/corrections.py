"""Put right what was recorded of visits that are over, and see what may need it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.queue.answers import VisitView
from contracts.queue.corrections import CorrectionsView, CorrectRequest
from hall.calendar.service_day import local
from hall.kernel.callers import Answer
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.days_asked import FROM_AND_TO, day_asked, days_between
from hall.queue.commands.correct import Correct, TakeBackCorrection, correct, take_back_correction
from hall.queue.model.corrections.amendment import Amendment
from hall.queue.queries.corrections import corrections_view
from hall.queue.queries.visit_view import visit_view
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["visits"])


@routes.get("/corrections", openapi_extra=documented(answer=CorrectionsView) | FROM_AND_TO)
async def the_corrections(call: Call) -> Response:
    """Return what was put right of the visits of some days, and what may need it."""
    first, last = day_asked(call, "from"), day_asked(call, "to")

    def ask(work: QueueWork, now: Moment) -> CorrectionsView:
        days = days_between(first, last, local(now, work.settings).date())
        return corrections_view(*days, work=work, stages=work.outliers, now=now)

    return told(await call.ask(ask))


@routes.post("/visits/{visit}/corrections", openapi_extra=documented(CorrectRequest, VisitView))
async def put_right(call: Call) -> Response:
    """Let other values stand for a stage of a visit that is over."""
    body, visit, by = await call.read(CorrectRequest), call.visit(), call.caller.name

    def run(work: QueueWork, now: Moment) -> Answer:
        position = body.position if body.position is not None else len(work.visits.get(visit).stages) - 1
        amendment = Amendment(
            position, body.reason, body.begun_at, body.ended_at, body.outcome,
            None if body.service is None else ServiceCode(body.service), body.remark,
        )  # fmt: skip
        return said(200, visit_view(correct(Correct(visit, amendment, by), work=work, now=now)))

    return await call.run(run)


@routes.post("/visits/{visit}/corrections/undo", openapi_extra=documented(answer=VisitView))
async def let_stand_again(call: Call) -> Response:
    """Take back the newest correction of a visit."""
    await call.read(Nothing)
    command = TakeBackCorrection(call.visit(), call.caller.name)
    return await call.run(lambda work, now: said(200, visit_view(take_back_correction(command, work=work, now=now))))
