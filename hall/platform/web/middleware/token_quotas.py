"""Count requests by their token: Litestar's way around what `limits_per_token` counts."""

from __future__ import annotations

from http import HTTPStatus

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from hall.platform.security.authentication import OPEN_CALLER
from hall.platform.web.limits.limits_per_token import LOOKS_UP
from hall.platform.web.request import HallRequest


class TokenQuotas(ASGIMiddleware):
    """Counts each request of a known caller; who needs no token is counted by address where it matters."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Count one request; of look-ups only those stay counted that find nothing."""
        request = HallRequest(scope)
        caller, quotas = request.caller, request.parts.limits.quotas
        if caller is OPEN_CALLER:
            await next_app(scope, receive, send)
            return
        quotas.count(caller.scope, caller.name, request.row, request.parts.clock.now().monotonic_ns / 1e9)

        async def note_what_is_found(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] != HTTPStatus.NOT_FOUND:
                quotas.take_back(caller.scope, request.row)
            await send(message)

        await next_app(scope, receive, note_what_is_found if request.row in LOOKS_UP else send)
