"""A request's number in a path: the ministry's own hold slashes (12/2026), which clients send as they are or as %2F."""

from __future__ import annotations

from typing import Annotated

from litestar.di import Provide
from litestar.params import PathParameter

from common.server.asgi import ASGIApp, Receive, Scope, Send
from hall.platform.web.request import PREFIX

BELOW = f"{PREFIX}/requests/"
ACTIONS = frozenset({"receipt", "phone", "told", "refer", "reply", "decide", "withdraw"})
"""What may follow a number."""


class NumberInPath:
    """Makes one part of the path of a number with slashes, so that it is routed as any other."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        path = scope["path"] if scope["type"] == "http" else ""
        if path.startswith(BELOW):
            scope["path"] = one_part(path)
        await self._app(scope, receive, send)


def one_part(path: str) -> str:
    """Return the path of a request with its number as one part.

    >>> one_part("/api/v1/requests/12/2026/receipt"), one_part("/api/v1/requests/12/2026")
    ('/api/v1/requests/12%2F2026/receipt', '/api/v1/requests/12%2F2026')
    """
    number, _, last = path.removeprefix(BELOW).rpartition("/")
    if number and last in ACTIONS:
        return f"{BELOW}{number.replace('/', '%2F')}/{last}"
    return f"{BELOW}{path.removeprefix(BELOW).replace('/', '%2F')}"


def request_number(
    number: Annotated[str, PathParameter(description="The number of the request, or the ministry's own.")],
) -> str:
    """Return the path's number as people write it."""
    return number.replace("%2F", "/")


REQUEST_NUMBER = {"request_number": Provide(request_number, sync_to_thread=False)}
"""For handlers whose path names a request."""
