"""What the wall board shows, and the visitor's own place."""

from __future__ import annotations

from litestar import Response, Router, get
from litestar.di import NamedDependency

from contracts.codec.message import replace
from contracts.queue.answers import BoardView, PlaceView, ScannedVisit
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope
from hall.platform.refusals import CodeUnknownError
from hall.platform.security.visit_code import code_hash
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.https.visitor_port import READ_ONLY
from hall.platform.web.request import HallRequest
from hall.queue.queries.board import board_view
from hall.queue.queries.place import place_view
from hall.queue.routes.from_other_capabilities import ADDITIONS, EXPECTED_WAITS
from hall.queue.routes.partner_scope import board_in_scope
from hall.queue.work import QueueWork


def board(work: QueueWork, now: Moment, stream: str, scope: PartnerScope | None) -> BoardView:
    """Return the board as this work sees it; of a partner's people with the partner's calls alone."""
    view = board_view(work=work, now=now, stream=stream, seq=work.seq)
    return view if scope is None else board_in_scope(view, scope)


@get("/board")
async def show_board(request: HallRequest) -> BoardView:
    """Return what the wall board shows."""
    scope = request.partner()
    return await request.ask(lambda work, now: board(work, now, request.parts.hub.stream, scope))


@get("/place")
async def show_own_place(request: HallRequest, given_code: NamedDependency[str]) -> Response[PlaceView]:
    """Return a visitor's own place by the code on his ticket: the same answer for a wrong and an old code.

    A header says to the page that it offers no move, where the code only reads.
    """
    hashed = code_hash(given_code)
    parts = request.parts
    now_s = parts.clock.now().monotonic_ns / 1e9
    parts.limits.addresses.count(request.address, now_s)
    parts.limits.places.count(hashed, now_s)

    place = await request.ask(lambda work, now: own_place_of(hashed, work, now, parts))
    return Response(place, headers=dict([READ_ONLY]) if parts.codes_only_read else None)


def own_place_of(hashed: str, work: QueueWork, now: Moment, parts: Dependencies) -> PlaceView:
    """Return a visitor's own place with his answer to the survey; raise CodeUnknownError."""
    found = of_code(hashed, work, now, parts)
    survey = parts.get(ADDITIONS).own_survey(VisitId(found.visit), work, now)
    return replace(found.place, survey=survey, at=now.at, time_zone=work.settings.time_zone)


def of_code(hashed: str, work: QueueWork, now: Moment, parts: Dependencies) -> ScannedVisit:
    """Return whose code this is and how the visit stands; the same refusal for a wrong and an old code."""
    visit = work.visits.by_code_hash(hashed)
    day = work.days.latest()
    if visit is None or day is None or visit.service_day != day.day:
        raise CodeUnknownError("no visit of today has this code")
    place = place_view(visit, work=work, now=now, estimate=parts.get(EXPECTED_WAITS).newest)
    return ScannedVisit(visit.id, replace(place, digits=work.settings.digits))


routes = Router("/", route_handlers=[show_board, show_own_place], tags=["hall"])
