"""Offer the certificate of the hall's authority to devices and browsers: anyone may have it, it is no secret.

A small ASGI application in front of the hall's web framework: it gives the same answers over HTTPS and on the plain
port for visitors, and reads and sets no cookie.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from http import HTTPStatus

from common.server.asgi import ASGIApp, Receive, Scope, Send
from common.server.trust import AUTHORITY_PATH
from hall.platform.tls.hall_tls import HallTls
from hall.platform.web.middleware.headers import HEADERS

PAGE_PATH = "/authority"
MakePage = Callable[[str, str, bytes], str]
"""Returns the page for a query string, the languages that a browser accepts, and the certificate (DER)."""


class AuthorityOffer:
    """Answers for the certificate and the page about it; all else is the app's."""

    def __init__(self, app: ASGIApp, tls: HallTls, page: MakePage) -> None:
        self._app, self._tls, self._page = app, tls, page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
        elif scope["path"] == AUTHORITY_PATH:
            more = [(b"content-disposition", b'attachment; filename="dawr-hall.crt"')]
            await answer(scope, send, b"application/x-x509-ca-cert", self._tls.authority_pem.encode(), more)
        elif scope["path"] == PAGE_PATH:
            wished = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
            certificate = ssl.PEM_cert_to_DER_cert(self._tls.authority_pem)
            page = self._page(scope["query_string"].decode("latin-1"), wished, certificate)
            await answer(scope, send, b"text/html; charset=utf-8", page.encode())
        else:
            await self._app(scope, receive, send)


async def answer(
    scope: Scope,
    send: Send,
    content_type: bytes,
    content: bytes,
    more: list[tuple[bytes, bytes]] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> None:
    """Send a whole answer with the security headers."""
    headers = [
        (b"content-type", content_type),
        (b"content-length", str(len(content)).encode()),
        (b"cache-control", b"no-store"),
        *HEADERS,
        *(more or ()),
    ]
    await send({"type": "http.response.start", "status": int(status), "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else content})
