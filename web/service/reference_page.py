"""The page that shows an interface's description: RapiDoc, with nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from litestar import Request, Router
from litestar.connection import ASGIConnection
from litestar.exceptions import NotFoundException
from litestar.handlers import BaseRouteHandler
from litestar.openapi.plugins import OpenAPIRenderPlugin

_PAGE = Template(
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<link rel="icon" href="{{ files }}/common/mark.svg" type="image/svg+xml">
<script type="module" src="{{ files }}/vendor/rapidoc/rapidoc-min.js"></script>
</head>
<body>
<rapi-doc spec-url="{{ document }}" load-fonts="false" regular-font="sans-serif" mono-font="monospace" theme="light"
          render-style="read" show-header="false" allow-try="false" allow-authentication="false"
          allow-server-selection="false" schema-description-expanded="true"></rapi-doc>
</body>
</html>
""",
    autoescape=True,
)
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
"""The Content-Security-Policy of the page: RapiDoc writes its own styles."""


class Reference(OpenAPIRenderPlugin):
    """Shows the document that is served at `document`; `files` is where the static files of `web/static` are.

    `options` are the handler's, which guards of the application read.
    """

    def __init__(self, path: str, *, document: str, files: str, options: Mapping[str, object] | None = None) -> None:
        super().__init__(path="/")
        self._path = path
        self._document = document
        self._files = files
        self._options = dict(options or {})

    def router(self) -> Router:
        """Return the router for the page alone."""
        return Router(
            self._path,
            route_handlers=[],
            guards=[self._allow_page_only],
            include_in_schema=False,
            opt=self._options,
            response_headers={"Content-Security-Policy": POLICY},
        )

    def _allow_page_only(self, connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
        """Refuse what Litestar adds below the page: a second document, which names no roles and no refusals."""
        if connection.scope["path"].rstrip("/") != self._path:
            raise NotFoundException

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:  # noqa: ARG002
        """Return the page, which fetches the document itself."""
        title = openapi_schema["info"]["title"]
        page: str = _PAGE.render(title=title, files=self._files, document=self._document)
        return page.encode()
