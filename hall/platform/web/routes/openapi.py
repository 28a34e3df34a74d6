"""The OpenAPI document: Litestar writes it from the handlers; roles, security and refusals come from their tables."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from litestar import Litestar, Response, Router, get
from litestar.connection import ASGIConnection
from litestar.exceptions import NotFoundException
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.openapi.spec import Components, SecurityScheme
from litestar.routes import HTTPRoute

from contracts.queue.answers import Problem
from hall.platform.live.sse import json_line
from hall.platform.security.access import OPEN, TABLE
from hall.platform.security.authentication import COOKIE
from hall.platform.web.problems import MEDIA_TYPE
from hall.platform.web.request import PREFIX, HallRequest
from web.service.openapi_examples import example_of
from web.service.reference_page import POLICY, ReferencePage

COMPONENTS = Components(
    security_schemes={
        "bearer": SecurityScheme(type="http", scheme="bearer", description="The token of a device or a person."),
        "session": SecurityScheme(
            type="apiKey", security_scheme_in="cookie", name=COOKIE, description="The session of a browser."
        ),
    }
)
PROBLEM = {
    "description": "A problem document (RFC 9457); `code` says which refusal.",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
REFUSALS = {"401": "token_missing, token_unknown", "403": "role_refused", "429": "too_many_tries"}
"""What every path may answer that asks for a token: status and codes."""
OF_BODIES = {"400": "body_unreadable", "413": "body_too_large", "422": "field_invalid"}
"""What every path may answer that takes a body."""
JSON = "application/json"
REFERENCE = "/reference"
REFERENCE_PAGE = ReferencePage("/static", f"{PREFIX}/openapi.json")
Document = dict[str, Any]


@lru_cache(maxsize=4)
def document(application: Litestar) -> Document:
    """Return the document; made once, at the first request."""
    written: Document = _with_any_of(msgspec.to_builtins(application.openapi_schema.to_schema()))
    schemas = written["components"]["schemas"]
    schemas |= msgspec.json.schema_components([Problem], ref_template="#/components/schemas/{name}")[1]
    for (method, path), handler in _handlers(application).items():
        _complete(written["paths"][f"{PREFIX}{path}"][method.lower()], handler, TABLE[method, path])
    for operation in (one for item in written["paths"].values() for one in item.values()):
        _close(operation, schemas)
        _give_examples(operation, schemas)
    return written


def _with_any_of(part: Any) -> Any:  # noqa: ANN401
    """Return the part with `anyOf` for unions: Litestar writes `oneOf`, which a word of an enum or text breaks."""
    if isinstance(part, dict):
        return {"anyOf" if name == "oneOf" else name: _with_any_of(one) for name, one in part.items()}
    return [_with_any_of(one) for one in part] if isinstance(part, list | tuple) else part


def _handlers(application: Litestar) -> dict[tuple[str, str], HTTPRouteHandler]:
    return {
        (method, route.path_format.removeprefix(PREFIX)): handler
        for route in application.routes
        if isinstance(route, HTTPRoute) and route.path.startswith(PREFIX)
        for handler in route.route_handlers
        for method in handler.http_methods
        if method != "OPTIONS"
    }


def _complete(operation: Document, handler: HTTPRouteHandler, roles: frozenset[Any]) -> None:
    operation["summary"] = operation["description"].partition("\n")[0]
    if operation["summary"] == operation["description"]:
        del operation["description"]
    operation["x-roles"] = sorted(role.value for role in roles)
    operation["security"] = [] if roles == OPEN else [{"bearer": []}, {"session": []}]
    body = handler.parsed_data_field
    if body is not None and body.has_default:
        operation["requestBody"]["required"] = False
    answers = operation["responses"]
    answers.get("204", {}).pop("content", None)
    answers.pop("400", None)  # Litestar's own form of a refusal, which this service never sends
    refusals = ({} if roles == OPEN else REFUSALS) | ({} if body is None else OF_BODIES)
    answers |= {status: PROBLEM | {"description": f"Refused: {codes}."} for status, codes in refusals.items()}
    answers["default"] = PROBLEM


def _close(operation: Document, schemas: Document) -> None:
    """Say of each class in a body that it takes no other fields."""
    names = _names(operation.get("requestBody", {}))
    seen = set[str]()
    while names - seen:
        name = (names - seen).pop()
        seen.add(name)
        if "properties" in schemas[name]:
            schemas[name]["additionalProperties"] = False
        names |= _names(schemas[name])


def _names(part: object) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"].rpartition("/")[2]} if "$ref" in part else set()
        return own.union(*map(_names, part.values()))
    return set[str]().union(*map(_names, part)) if isinstance(part, list) else set()


def _give_examples(operation: Document, schemas: Document) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            parameter["example"] = example_of(parameter["schema"], schemas, parameter["name"])
    answers = [one for status, one in operation["responses"].items() if status.startswith("2")]
    for part in (operation.get("requestBody", {}), *answers):
        content = part.get("content", {}).get(JSON)
        if content is not None and "schema" in content:
            content["example"] = example_of(content["schema"], schemas)


def reference_router() -> Router:
    """Return the router for the page that shows the document; Litestar's default pages load from other sites."""
    return Router(
        REFERENCE,
        route_handlers=[],
        guards=[allow_page_only],
        include_in_schema=False,
        response_headers={"Content-Security-Policy": POLICY},
    )


def allow_page_only(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
    """Refuse what Litestar adds below the page: a second document, which names no roles and no refusals."""
    if connection.scope["path"].rstrip("/") != REFERENCE:
        raise NotFoundException


@get("/openapi.json", sync_to_thread=True)
def show_openapi(request: HallRequest) -> Response[bytes]:
    """Return this document."""
    return Response(json_line(document(request.app)), media_type=JSON)


routes = Router("/", route_handlers=[show_openapi], tags=["health"])
