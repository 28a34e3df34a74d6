"""Assemble the centre's Litestar application; no rules here."""

from __future__ import annotations

from functools import cache

from litestar import Litestar
from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from central.web.access import check_access
from central.web.api.copies import Copies
from central.web.api.downlink import DOWNLINK_ROUTES
from central.web.api.halls import HALL_ROUTES
from central.web.api.releases import Releases
from central.web.centre_request import MAX_MESSAGE_BYTES, CentreRequest
from central.web.dependencies import DEPENDENCIES, PARTS, Parts
from central.web.health import health, metrics
from central.web.openapi import CONFIG, openapi_document
from central.web.pages.figures import figure_routes
from central.web.pages.public import PUBLIC, PublicHalls, public_routes
from central.web.pages.routes import page_routes, static_routes
from central.web.pages.visitor import LIMITS, Limits, visitor_routes
from central.web.problems import EXCEPTION_HANDLERS
from central.web.rendering import PAGE, template_config
from common.server import asgi

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Entrance:
    """One centre's ASGI application, over the one of the process: each request gets the parts of its centre."""

    def __init__(self, application: asgi.ASGIApp, parts: Parts) -> None:
        self._application = application
        self._given = {PARTS: parts, PUBLIC: PublicHalls(parts.engine), LIMITS: Limits()}

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Serve one connection."""
        scope.update(self._given)
        await self._application(scope, receive, send)


def build_app(parts: Parts) -> asgi.ASGIApp:
    """Return the centre over these parts."""
    return Entrance(application(), parts)


@cache
def application() -> Litestar:
    """Return the application of this process, which is built once, as the hall's is."""
    return Litestar(
        [
            health,
            metrics,
            openapi_document,
            *HALL_ROUTES,
            *DOWNLINK_ROUTES,
            Copies,
            Releases,
            figure_routes(),
            public_routes(),
            visitor_routes(),
            page_routes(),
            *static_routes(),
        ],
        guards=[check_access],
        request_class=CentreRequest,
        dependencies={**DEPENDENCIES, "page": PAGE},
        exception_handlers=EXCEPTION_HANDLERS,
        before_send=[add_headers],
        template_config=template_config(),
        request_max_body_size=MAX_MESSAGE_BYTES,
        openapi_config=CONFIG,
        logging_config=None,
    )


async def add_headers(message: Message, _: Scope) -> None:
    """Give every answer the headers that guard a browser, where the answer does not set them."""
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders.from_message(message)
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
