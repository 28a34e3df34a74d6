"""Assemble the centre's Litestar application; no rules here."""

from __future__ import annotations

from litestar import Litestar
from litestar.datastructures import MutableScopeHeaders
from litestar.di import Provide
from litestar.types import Message, Scope

from central.web.access import AccessGuard
from central.web.api.copies import Copies
from central.web.api.downlink import DOWNLINK_ROUTES
from central.web.api.halls import HALL_ROUTES
from central.web.api.releases import Releases
from central.web.centre_request import MAX_MESSAGE_BYTES, CentreRequest
from central.web.dependencies import Parts, dependencies_of
from central.web.health import health, metrics
from central.web.openapi import CONFIG, openapi_document
from central.web.pages.figures import figure_routes
from central.web.pages.public import public_routes
from central.web.pages.routes import page_routes, static_routes
from central.web.pages.visitor import visitor_routes
from central.web.problems import ProblemHandlers
from central.web.rendering import PageSource, template_config

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def build_app(parts: Parts) -> Litestar:
    """Return the centre as an ASGI application."""
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
            public_routes(parts.engine),
            visitor_routes(),
            page_routes(),
            *static_routes(),
        ],
        guards=[AccessGuard(parts.engine, parts.clock, open_pages=parts.config.open_pages)],
        request_class=CentreRequest,
        dependencies={
            **dependencies_of(parts),
            "page": Provide(PageSource(parts.config).page, sync_to_thread=False),
        },
        exception_handlers=ProblemHandlers(parts.refusals).as_map(),
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
