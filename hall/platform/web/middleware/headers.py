"""The security headers of every answer, as one thin ASGI layer."""

from __future__ import annotations

from common.server.asgi import ASGIApp, Message, Receive, Scope, Send

CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
STRICT = (b"strict-transport-security", b"max-age=31536000")
"""A browser that has seen the hall over HTTPS never asks this name over plain HTTP again."""


def headers_of(scope: Scope) -> tuple[tuple[bytes, bytes], ...]:
    """Return the headers for an answer to this request."""
    return (*HEADERS, STRICT) if scope.get("scheme") == "https" else HEADERS


class SecurityHeaders:
    """Adds the headers to whatever the app answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *headers_of(scope)]
            await send(message)

        await self._app(scope, receive, with_headers)
