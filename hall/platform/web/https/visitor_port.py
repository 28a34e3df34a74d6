"""What the hall serves over plain HTTP on the network: the visitor's page to look at, and its authority's certificate.

A visitor's phone trusts no authority of a hall, so the page of a ticket cannot be HTTPS there. Nothing secret crosses
this port: no cookie, no token, no command. Anyone who has a ticket's code may read its place, as on the ticket itself.
"""

from __future__ import annotations

from http import HTTPStatus

from common.server.asgi import ASGIApp, Message, Receive, Scope, Send
from common.server.trust import AUTHORITY_PATH
from hall.platform.web.https.authority_offer import PAGE_PATH, answer

ASSETS = ("/static/common/", "/static/fonts/", "/static/authority/")
OF_VISITORS = ("/t", "/privacy", "/api/v1/place")
ASSETS_OF_VISITORS = ("/static/visitor/", "/api/v1/brand/")
NEVER = (b"cookie", b"authorization")
READ_ONLY = ("Dawr-Read-Only", "1")
"""Says to the visitor's page that it can send nothing here (web/static/common/api.js). Where phones come by this port,
the page over HTTPS gets the same header: their codes only read there, too."""
_OWN_HEADER = (READ_ONLY[0].lower().encode(), READ_ONLY[1].encode())
_REPLACED = frozenset({b"set-cookie", _OWN_HEADER[0]})
_NOT_HERE = b"This port has the page of a ticket and the hall's certificate only."


class VisitorPort:
    """Lets the few requests of a visitor's phone through to the app, as from nobody; refuses all others.

    `with_tickets` is False where phones go to the centre: then only the authority's page is here.
    """

    def __init__(self, app: ASGIApp, *, with_tickets: bool) -> None:
        self._app = app
        self._paths = OF_VISITORS if with_tickets else ()
        self._below = (*ASSETS, *ASSETS_OF_VISITORS) if with_tickets else ASSETS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            return
        if scope["path"] == "/":
            there = [(b"location", PAGE_PATH.encode())]
            await answer(scope, send, b"text/plain", b"", there, HTTPStatus.TEMPORARY_REDIRECT)
        elif scope["method"] not in {"GET", "HEAD"} or not self._is_open(scope["path"]):
            await answer(scope, send, b"text/plain", _NOT_HERE, status=HTTPStatus.NOT_FOUND)
        else:
            headers = [(name, value) for name, value in scope["headers"] if name not in NEVER]
            await self._app({**scope, "headers": headers}, receive, _without_cookies(send))

    def _is_open(self, path: str) -> bool:
        below = path.startswith(self._below) and ".." not in path.split("/")
        return below or path in (*self._paths, PAGE_PATH, AUTHORITY_PATH)


def _without_cookies(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [one for one in message["headers"] if one[0].lower() not in _REPLACED]
            message["headers"] = [*kept, _OWN_HEADER]
        await send(message)

    return sent
