"""The check before the hall opens: one button begins it, devices and a person answer, and it is stored."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.day.opening import EndOpeningRequest, OpeningView
from hall.day.commands.begin_opening import BeginOpening, begin_opening
from hall.day.commands.end_opening import EndOpening, end_opening
from hall.day.queries.opening import opening_view
from hall.day.work import DayWork
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.people.routes.device_states import DEVICE_STATES
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.fresh_ids import uuid7

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["day"])


def _view(work: DayWork, now: Moment, parts: Dependencies) -> OpeningView:
    devices = parts.get(DEVICE_STATES).told(work.identities.devices(), now)
    return opening_view(work=work, now=now, devices=devices, reasons=parts.health.reasons(), centre=parts.centre_is_set)


@routes.get("/opening", openapi_extra=documented(answer=OpeningView))
async def opening(call: Call) -> Response:
    """Return how the newest check stands."""
    parts = call.parts
    return told(await call.ask(lambda work, now: _view(work, now, parts)))


@routes.post("/opening/begin", status_code=201, openapi_extra=documented(answer=OpeningView, status=201))
async def begin(call: Call) -> Response:
    """Begin a check: kiosks print a test ticket, boards say a number."""
    await call.read(Nothing)
    parts, command = call.parts, BeginOpening(uuid7(call.parts.clock.now().at), call.caller.name)

    def run(work: DayWork, now: Moment) -> Answer:
        begin_opening(command, work=work, now=now)
        return said(201, _view(work, now, parts))

    return await call.run(run)


@routes.post("/opening/end", openapi_extra=documented(EndOpeningRequest, OpeningView))
async def end(call: Call) -> Response:
    """Store the check."""
    body, parts, by = await call.read(EndOpeningRequest), call.parts, call.caller.name

    def run(work: DayWork, now: Moment) -> Answer:
        steps = _view(work, now, parts).steps
        end_opening(EndOpening(body.check, by, steps, body.right), work=work, now=now)
        return said(200, _view(work, now, parts))

    return await call.run(run)
