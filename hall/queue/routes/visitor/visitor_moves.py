"""What a visitor does by phone with the code on the ticket: come late, come in time, cancel, take a cancel back."""

from __future__ import annotations

from typing import Any

from litestar import Response, Router, post
from litestar.di import NamedDependency

from contracts.centre.inbox_items import VisitorMove
from contracts.queue.answers import PlaceView
from hall.kernel.callers import Key
from hall.kernel.moment import Moment
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.queue.routes.board import own_place_of
from hall.queue.routes.visitor.move_by_visitor import move_by_visitor
from hall.queue.routes.visitor.visit_of_code import counted_code, visit_of_code
from hall.queue.work import QueueWork


@post("/place/late", status_code=200)
async def come_later(request: HallRequest, given_code: NamedDependency[str], key: OptionalKey) -> Response[PlaceView]:
    """The visitor comes late: others of the service are called first."""
    return await _moved(request, given_code, key, VisitorMove.LATE)


@post("/place/in-time", status_code=200)
async def come_on_time(request: HallRequest, given_code: NamedDependency[str], key: OptionalKey) -> Response[PlaceView]:
    """The visitor comes in time after all."""
    return await _moved(request, given_code, key, VisitorMove.IN_TIME)


@post("/place/cancel", status_code=200)
async def cancel_own_visit(
    request: HallRequest, given_code: NamedDependency[str], key: OptionalKey
) -> Response[PlaceView]:
    """The visitor does not need the turn any more."""
    return await _moved(request, given_code, key, VisitorMove.CANCEL)


@post("/place/undo-cancel", status_code=200)
async def undo_own_cancel(
    request: HallRequest, given_code: NamedDependency[str], key: OptionalKey
) -> Response[PlaceView]:
    """The visitor takes the own cancel back."""
    return await _moved(request, given_code, key, VisitorMove.UNDO_CANCEL)


async def _moved(request: HallRequest, code: str, key: Key | None, move: VisitorMove) -> Response[Any]:
    hashed, parts = counted_code(request, code, request.parts.limits.visitor_moves), request.parts

    def run(work: QueueWork, now: Moment) -> str:
        return move_by_visitor(move, visit_of_code(hashed, work).id, work=work, now=now).id

    return await request.run_and_show(run, lambda _visit, work, now: own_place_of(hashed, work, now, parts), key)


routes = Router("/", route_handlers=[come_later, come_on_time, cancel_own_visit, undo_own_cancel], tags=["hall"])
