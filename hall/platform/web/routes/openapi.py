"""The description of the hall's interface (OpenAPI 3.1), and the page that shows it without a network."""

from __future__ import annotations

from functools import lru_cache

from litestar import Litestar, MediaType, Response, Router, get

from hall.platform.live.sse import json_line
from hall.platform.security.access import OPEN, TABLE
from hall.platform.security.authentication import COOKIE
from hall.platform.web.request import PREFIX, HallRequest
from web.service.openapi import SESSION, TOKEN, Document, Rules, document, openapi_config
from web.service.reference_page import Reference

_EVERYWHERE = (400, 500, 503)
_OF_CALLERS = (401, 403, 429)
_OF_PARAMETERS = (404, 422, 429)
_OF_COMMANDS = (403, 404, 409, 413, 422, 429)
_DOCUMENT = ("GET", "/openapi.json")
CONFIG = openapi_config(
    "Dawr hall service",
    "The requests of a hall's programs, of its pages and of its visitors' phones.",
    COOKIE,
    Reference("/reference", document=f"{PREFIX}/openapi.json", files="/static"),
)


@lru_cache(maxsize=4)
def _written(application: Litestar) -> bytes:
    return json_line(document(application, rules_of))


@get("/openapi.json", sync_to_thread=True)
def show_openapi(request: HallRequest) -> Response[Document]:
    """Return this document, which is half a megabyte: sixty times a minute for each address."""
    request.parts.limits.documents.count(request.address, request.parts.clock.now().monotonic_ns / 1e9)
    return Response(_written(request.app), media_type=MediaType.JSON)  # type: ignore[arg-type]  # the document as bytes


def rules_of(method: str, path: str) -> Rules:
    """Return what the access table says of an operation, and what operations of its kind refuse."""
    row = method, path.removeprefix(PREFIX)
    roles = TABLE[row]
    of_callers = _OF_CALLERS if roles != OPEN else (429,) if row == _DOCUMENT else ()
    return Rules(
        () if roles == OPEN else (TOKEN, SESSION),
        (*_EVERYWHERE, *of_callers, *(_OF_COMMANDS if method == "POST" else ())),
        _OF_PARAMETERS,
        more={"x-roles": sorted(role.value for role in roles)},
    )


routes = Router("/", route_handlers=[show_openapi], tags=["health"])
