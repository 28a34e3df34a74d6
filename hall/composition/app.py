"""Assemble the hall service: its routes, its problem documents, its pages. No rule of the hall stands here."""

from __future__ import annotations

from functools import cache

from litestar import Litestar

from common.server.asgi import ASGIApp
from hall.administration.routes import agents, settings
from hall.appointments.routes import appointments, official_hours, officials
from hall.closures.routes import closures, moon
from hall.complaints import routes as complaints
from hall.composition import pages
from hall.contact import routes as contact_routes
from hall.counters.routes import at_work, sign_in
from hall.day.routes import arrangements, day, opening
from hall.devices.routes import device_paper, devices, kiosk_use, signs_of_life, updates
from hall.enquiries import routes as enquiries
from hall.offline.routes import device_numbers, handed_in, paper_tickets
from hall.people.routes import accounts, password_sessions, sessions
from hall.platform.web.application import api_application, check_table
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.middleware.entrance import Entrance
from hall.platform.web.middleware.headers import SecurityHeaders
from hall.platform.web.routes import health, live, openapi
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
from hall.requests.routes.number_in_path import NumberInPath
from hall.settings.routes import brand, hall
from hall.surveys import routes as surveys
from hall.training import routes as training
from hall.waits.routes import outlook, plan, waits

ROUTERS = (
    handed_in.routes,
    paper_tickets.routes,
    story.routes,
    find_by_number.routes,
    ranking.routes,
    reception.routes,
    paper.routes,
    tickets.routes,
    contact_routes.routes,
    appointments.routes,
    officials.routes,
    official_hours.routes,
    repeat_calls.routes,
    counters.routes,
    finishing.routes,
    return_slips.routes,
    receipts.routes,
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
    closures.routes,
    moon.routes,
    arrangements.routes,
    alerts.routes,
    settings.routes,
    agents.routes,
    devices.routes,
    signs_of_life.routes,
    updates.routes,
    device_numbers.routes,
    device_paper.routes,
    sessions.routes,
    password_sessions.routes,
    accounts.routes,
    health.routes,
    openapi.routes,
)


@cache
def application() -> Litestar:
    """Return the application of this process; it is built once, since a hall's training rooms share it."""
    built = api_application(ROUTERS, pages.root_handlers(), pages.refuse_unknown_path)
    check_table(built)
    return built


def build_app(parts: Dependencies) -> ASGIApp:
    """Return the service over these parts."""
    return SecurityHeaders(NumberInPath(Entrance(application(), parts)))
