"""The way into the application: each request gets the hall that answers it, and is counted when its answer begins."""

from __future__ import annotations

import time

from common.server.asgi import ASGIApp, Message, Receive, Scope, Send
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.request import HALL, PREFIX


class Entrance:
    """One hall's ASGI application, over the one that all halls of the process share."""

    def __init__(self, application: ASGIApp, parts: Dependencies) -> None:
        self._application = application
        self._parts = parts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        scope[HALL] = self._parts
        started = time.perf_counter()

        async def count(message: Message) -> None:
            template: str = scope.get("path_template", "")
            if message["type"] == "http.response.start" and template.startswith(PREFIX):
                self._parts.health.meters.count(
                    scope["method"], template.removeprefix(PREFIX), message["status"], time.perf_counter() - started
                )
            await send(message)

        await self._application(scope, receive, count)
