"""The description of the centre's interface (OpenAPI 3.1), and the page that shows it without a network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, get

from central.access.path_table import ANY_TOKEN, OPEN, TABLE
from central.web.access import COOKIE, FILES
from web.service.openapi import SESSION, TOKEN, Document, Rules, document, openapi_config
from web.service.reference_page import Reference

_EVERYWHERE = (400, 500, 503)
_EXAMPLES: Mapping[str, object] = {"hall": "1", "name": "1", "number": "BR-77", "period": "month", "stream": "s1"}
"""Of parameters, by name."""
_BATCH = "/v1/halls/{hall}/streams/{stream}/batches/{name}"
_OF_BATCH: Mapping[str, object] = {
    **_EXAMPLES,
    "name": "120-219",
    "Content-Digest": "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
}
_PART = "/v1/halls/{hall}/copy/{name}/parts/{part}"
_OF_PART: Mapping[str, object] = {**_EXAMPLES, "name": "hall-20261124T060000.000Z.sqlite", "part": 0}
DOCUMENT = "/v1/openapi.json"
CONFIG = openapi_config(
    "Dawr centre",
    "The requests of halls, of the ministry's platform and of programs that read figures.",
    COOKIE,
    Reference("/v1/reference", document=DOCUMENT, files="/static/shared", options={FILES: True}),
)


@get(DOCUMENT, include_in_schema=False, sync_to_thread=True)
def openapi_document(request: Request[Any, Any, Any]) -> Response[Document]:
    """Return the document."""
    return Response(document(request.app, rules_of))


def rules_of(method: str, path: str) -> Rules:
    """Return what the table of access says of an operation, and examples of its parameters."""
    kinds = TABLE[method, path]
    security: tuple[str, ...] = () if kinds == OPEN else (TOKEN, SESSION) if kinds - ANY_TOKEN else (TOKEN,)
    return Rules(
        security,
        _EVERYWHERE if kinds == OPEN else (*_EVERYWHERE, 401, 403),
        body_type="application/octet-stream" if method == "PUT" and path in {_BATCH, _PART} else "",
        parameters=_OF_BATCH if path == _BATCH else _OF_PART if path == _PART else _EXAMPLES,
    )
