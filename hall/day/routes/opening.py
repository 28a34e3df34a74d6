"""The check before the hall opens: one button begins it, devices and a person answer, and it is stored."""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.params import JSONBody

from contracts.day.opening import EndOpeningRequest, OpeningView
from hall.day.commands.begin_opening import BeginOpening, begin_opening
from hall.day.commands.end_opening import EndOpening, end_opening
from hall.day.queries.opening import opening_view
from hall.day.work import DayWork
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.people.routes.device_states import DEVICE_STATES
from hall.platform.web.answers import said
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.fresh_ids import uuid7
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest


def _view(work: DayWork, now: Moment, parts: Dependencies) -> OpeningView:
    devices = parts.get(DEVICE_STATES).told(work.identities.devices(), now)
    return opening_view(work=work, now=now, devices=devices, reasons=parts.health.reasons(), centre=parts.centre_is_set)


@get("/opening")
async def show_opening_check(request: HallRequest) -> OpeningView:
    """Return how the newest check stands."""
    parts = request.parts
    return await request.ask(lambda work, now: _view(work, now, parts))


@post("/opening/begin")
async def start_opening_check(request: HallRequest, key: OptionalKey) -> Response[OpeningView]:
    """Begin a check: kiosks print a test ticket, boards say a number."""
    parts, command = request.parts, BeginOpening(uuid7(request.parts.clock.now().at), request.caller.name)

    def run(work: DayWork, now: Moment) -> Answer:
        begin_opening(command, work=work, now=now)
        return said(201, _view(work, now, parts))

    return await request.run(run, key)


@post("/opening/end", status_code=200)
async def store_opening_check(
    request: HallRequest, data: JSONBody[EndOpeningRequest], key: OptionalKey
) -> Response[OpeningView]:
    """Store the check."""
    parts, by = request.parts, request.caller.name

    def run(work: DayWork, now: Moment) -> Answer:
        steps = _view(work, now, parts).steps
        end_opening(EndOpening(data.check, by, steps, data.right), work=work, now=now)
        return said(200, _view(work, now, parts))

    return await request.run(run, key)


routes = Router("/", route_handlers=[show_opening_check, start_opening_check, store_opening_check], tags=["day"])
