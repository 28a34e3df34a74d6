"""What a visitor does by phone with the code on the ticket: come late, come in time, cancel, take a cancel back."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.centre.inbox_items import VisitorMove
from contracts.queue.answers import PlaceView
from hall.kernel.moment import Moment
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented
from hall.queue.routes.board import CODE_HEADER, own_place_of
from hall.queue.routes.visitor.move_by_visitor import move_by_visitor
from hall.queue.routes.visitor.visit_of_code import counted_code, visit_of_code
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])
DOCUMENTED = documented(answer=PlaceView) | {"parameters": CODE_HEADER}


@routes.post("/place/late", openapi_extra=DOCUMENTED)
async def late(call: Call) -> Response:
    """The visitor comes late: others of the service are called first."""
    return await _moved(call, VisitorMove.LATE)


@routes.post("/place/in-time", openapi_extra=DOCUMENTED)
async def in_time(call: Call) -> Response:
    """The visitor comes in time after all."""
    return await _moved(call, VisitorMove.IN_TIME)


@routes.post("/place/cancel", openapi_extra=DOCUMENTED)
async def give_up(call: Call) -> Response:
    """The visitor does not need the turn any more."""
    return await _moved(call, VisitorMove.CANCEL)


@routes.post("/place/undo-cancel", openapi_extra=DOCUMENTED)
async def take_back(call: Call) -> Response:
    """The visitor takes the own cancel back."""
    return await _moved(call, VisitorMove.UNDO_CANCEL)


async def _moved(call: Call, move: VisitorMove) -> Response:
    await call.read(Nothing)
    hashed, parts = counted_code(call, call.parts.limits.visitor_moves), call.parts

    def run(work: QueueWork, now: Moment) -> str:
        return move_by_visitor(move, visit_of_code(hashed, work).id, work=work, now=now).id

    return await call.run_and_show(run, lambda _visit, work, now: own_place_of(hashed, work, now, parts))
