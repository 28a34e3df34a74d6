"""The description of the centre's interface (OpenAPI 3.1), and the page that shows it without a network."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, Router, get
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, Reference, SecurityScheme

from central.access.path_table import ANY_TOKEN, OPEN, TABLE
from central.web.access import COOKIE, FILES
from central.web.examples import EXAMPLES
from web.service.openapi import Rules
from web.service.reference_page import POLICY, ReferencePage

_EVERYWHERE = (400, 500, 503)
_TOKEN, _SESSION = "token", "session"
_SCHEMES: dict[str, SecurityScheme | Reference] = {
    _TOKEN: SecurityScheme(type="http", scheme="bearer", description="Token of a program or session"),
    _SESSION: SecurityScheme(
        type="apiKey", security_scheme_in="cookie", name=COOKIE, description="Session of a browser"
    ),
}


def openapi_config() -> OpenAPIConfig:
    """Return how the document is made, and where the page that shows it lies."""
    return OpenAPIConfig(
        title="Dawr centre",
        version="1",
        description="What halls, the ministry's platform and readers of figures ask of the centre.",
        operation_id_creator=lambda handler, _method, _path: handler.handler_name,
        components=Components(security_schemes=_SCHEMES),
        render_plugins=[ReferencePage("/static/shared")],
        openapi_router=Router(
            "/v1/reference",
            route_handlers=[],
            include_in_schema=False,
            opt={FILES: True},
            response_headers={"Content-Security-Policy": POLICY},
        ),
    )


@get("/v1/openapi.json", include_in_schema=False, sync_to_thread=False)
def openapi_document(request: Request[Any, Any, Any]) -> Response[dict[str, Any]]:
    """Return the document."""
    return Response(request.app.openapi_schema.to_schema())


def rules_of(method: str, path: str) -> Rules:
    """Return what the table of access and the examples say of an operation."""
    kinds = TABLE[method, path]
    if kinds == OPEN:
        return Rules(EXAMPLES[method, path], (), _EVERYWHERE)
    security: tuple[dict[str, list[str]], ...] = ({_TOKEN: []},)
    if kinds - ANY_TOKEN:
        security += ({_SESSION: []},)
    return Rules(EXAMPLES[method, path], security, (*_EVERYWHERE, 401, 403))
