"""Assemble the hall service: its routes, its problem documents, its pages. No rule of the hall stands here."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.types import ASGIApp

from hall.service import (
    alerts,
    appointments,
    arrangements,
    at_work,
    board,
    brand,
    complaints,
    corrections,
    counters,
    day,
    device_numbers,
    device_paper,
    devices,
    endings,
    enquiries,
    figures,
    finding,
    finishing,
    hall,
    handed_in,
    health,
    kiosk_use,
    live,
    official_hours,
    officials,
    opening,
    outlook,
    pages,
    paper,
    phones,
    plan,
    problems,
    queues,
    ranking,
    receipts,
    reception,
    repeat,
    reports,
    requests,
    return_slips,
    sessions,
    sign_in,
    signs_of_life,
    story,
    surveys,
    telling,
    tickets,
    training,
    trust,
    visitor_moves,
    waits,
    working_days,
)
from hall.service.access import TABLE
from hall.service.call import PREFIX, HallRoute
from hall.service.headers import SecurityHeaders
from hall.service.openapi import openapi_json
from hall.service.parts import Parts
from hall.service.straight_paths import StraightPaths

ROUTERS = (
    handed_in.routes,
    story.routes,
    finding.routes,
    ranking.routes,
    reception.routes,
    paper.routes,
    tickets.routes,
    phones.routes,
    appointments.routes,
    officials.routes,
    official_hours.routes,
    repeat.routes,
    counters.routes,
    finishing.routes,
    return_slips.routes,
    receipts.routes,  # these two before those of requests: 12/2026/receipt is no number
    telling.routes,
    requests.routes,
    working_days.routes,
    enquiries.routes,
    surveys.routes,
    visitor_moves.routes,
    kiosk_use.routes,
    complaints.routes,
    at_work.routes,
    endings.routes,
    sign_in.routes,
    training.routes,
    hall.routes,
    board.routes,
    queues.routes,
    brand.routes,
    live.routes,
    outlook.routes,
    opening.routes,
    waits.routes,
    trust.routes,
    plan.routes,
    corrections.routes,
    figures.routes,
    reports.routes,
    day.routes,
    arrangements.routes,
    alerts.routes,
    devices.routes,
    signs_of_life.routes,
    device_numbers.routes,
    device_paper.routes,
    sessions.routes,
    health.routes,
)


def build_app(parts: Parts) -> ASGIApp:
    """Return the service over these parts."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, version="1", redirect_slashes=False)
    app.state.parts = parts
    problems.install(app)
    document = APIRouter(prefix=PREFIX, route_class=HallRoute)
    document.add_api_route("/openapi.json", openapi_json, methods=["GET"])
    for router in (*ROUTERS, document):
        app.include_router(router)
    pages.install(app)
    _check_table()
    return SecurityHeaders(StraightPaths(app, _api_routes()))


def _check_table() -> None:
    """Refuse to start with a row of the access table that no route serves: a spelling mistake would open nothing."""
    served = {
        (method, route.path_format.removeprefix(PREFIX)) for route in _api_routes() for method in route.methods or ()
    }
    missing = set(TABLE) - served - {("GET", "/openapi.json")}
    if missing:
        raise RuntimeError(f"no route serves {sorted(missing)}")


def _api_routes() -> list[HallRoute]:
    return [route for router in ROUTERS for route in router.routes if isinstance(route, HallRoute)]
