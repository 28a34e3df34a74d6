"""Assemble the hall service: its routes, its problem documents, its pages. No rule of the hall stands here."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.types import ASGIApp

from hall.appointments.routes import appointments, official_hours, officials
from hall.complaints import routes as complaints
from hall.composition import pages
from hall.contact import routes as phones
from hall.counters.routes import at_work, sign_in
from hall.day.routes import arrangements, day, opening
from hall.devices.routes import device_paper, devices, kiosk_use, signs_of_life
from hall.enquiries import routes as enquiries
from hall.offline.routes import device_numbers, handed_in
from hall.people.routes import sessions
from hall.platform.security.access import TABLE
from hall.platform.web import health, live, problems
from hall.platform.web.call import PREFIX, HallRoute
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.headers import SecurityHeaders
from hall.platform.web.openapi import openapi_json
from hall.platform.web.straight_paths import StraightPaths
from hall.queue.routes import (
    board,
    corrections,
    counters,
    endings,
    find_by_number,
    paper,
    ranking,
    reception,
    repeat_calls,
    return_slips,
    tickets,
)
from hall.queue.routes.visitor import visitor_moves
from hall.reporting.routes import alerts, figures, queues, reports, story, trust
from hall.requests.routes import finishing, receipts, requests, telling, working_days
from hall.settings.routes import brand, hall
from hall.surveys import routes as surveys
from hall.training import routes as training
from hall.waits.routes import outlook, plan, waits

ROUTERS = (
    handed_in.routes,
    story.routes,
    find_by_number.routes,
    ranking.routes,
    reception.routes,
    paper.routes,
    tickets.routes,
    phones.routes,
    appointments.routes,
    officials.routes,
    official_hours.routes,
    repeat_calls.routes,
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


def build_app(parts: Dependencies) -> ASGIApp:
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
