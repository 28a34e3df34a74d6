"""Strict-Transport-Security of a hall whose visitors' phones need no page over plain HTTP.

A browser applies it to each port of a name: where phones read a ticket's page on the plain port, it is not sent.
"""

from __future__ import annotations

from common.server.asgi import ASGIApp, Message, Receive, Scope, Send

HEADER = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")


class StrictTransport:
    """Adds the header to each answer over HTTPS; browsers heed it for names, not for IP addresses."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope.get("scheme") != "https":
            await self._app(scope, receive, send)
            return

        async def with_header(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], HEADER]
            await send(message)

        await self._app(scope, receive, with_header)
