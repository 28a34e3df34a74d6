"""The page that shows an interface's description: RapiDoc, with nothing loaded from elsewhere."""

from __future__ import annotations

from typing import Any

from jinja2 import Template
from litestar import Request
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


class ReferencePage(OpenAPIRenderPlugin):
    """Draws the document; `files` is where the static files of `web/static` are served.

    `document` is where the document is; without it, Litestar's path for it.
    """

    def __init__(self, files: str, document: str = "") -> None:
        super().__init__(path="/")
        self._files = files
        self._document = document

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Return the page, which fetches the document itself."""
        title = openapi_schema["info"]["title"]
        document = self._document or self.get_openapi_json_route(request)
        page: str = _PAGE.render(title=title, files=self._files, document=document)
        return page.encode()
