"""Count requests by their token, as `limits_per_token` asks."""

from __future__ import annotations

from http import HTTPStatus

from litestar.types import Message, Send

from hall.platform.security.authentication import OPEN_CALLER
from hall.platform.web.limits.limits_per_token import LOOKS_UP
from hall.platform.web.request import HallRequest


def count(request: HallRequest, send: Send) -> Send:
    """Count a request of a known caller; who needs no token is counted by address where it matters.

    Return a `send` that takes look-ups back which find something.
    """
    caller, row, quotas = request.caller, request.row, request.parts.limits.quotas
    if caller is OPEN_CALLER:
        return send
    quotas.count(caller.scope, caller.name, row, request.parts.clock.now().monotonic_ns / 1e9)
    if row not in LOOKS_UP:
        return send

    async def send_noted(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] != HTTPStatus.NOT_FOUND:
            quotas.take_back(caller.scope, row)
        await send(message)

    return send_noted
