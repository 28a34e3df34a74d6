"""Count requests by their token, as `limits_per_token` asks."""

from __future__ import annotations

from http import HTTPStatus

from litestar.types import Message, Send

from hall.platform.security.access import DEVICE_ROLES, Caller, Role
from hall.platform.security.authentication import OPEN_CALLER
from hall.platform.web.limits.limits_per_token import LOOKS_UP, alerted_at
from hall.platform.web.request import HallRequest

AT_COUNTER = frozenset({Role.COUNTER, Role.AGENT})


def count(request: HallRequest, send: Send) -> Send:
    """Count a request of a known caller; who needs no token is counted by address where it matters.

    Return a `send` that takes look-ups back which find something.
    """
    caller, row, quotas = request.caller, request.row, request.parts.limits.quotas
    if caller is OPEN_CALLER or caller.role is Role.INTAKE:  # the ministry's platform sends what thousands entered
        return send
    whose, now_s = counted_as(caller), request.parts.clock.now().monotonic_ns / 1e9
    quotas.count(whose, alerted_as(caller), row, now_s, at_counter=caller.role in AT_COUNTER)
    if row not in LOOKS_UP:
        return send

    async def send_noted(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] != HTTPStatus.NOT_FOUND:
            quotas.take_back(whose, row)
        await send(message)

    return send_noted


def counted_as(caller: Caller) -> str:
    """Return under which name a caller is counted: a person who signs in again gets another token, not another count.

    A device is counted by its token.
    """
    if caller.role in DEVICE_ROLES.values():
        return caller.scope
    return f"{caller.role.value} {caller.account or caller.name}"


def alerted_as(caller: Caller) -> str:
    """Return whom the hall head's alert is about; for an agent it is the PC of the counter, which may be stolen."""
    return caller.name if caller.role is not Role.AGENT or caller.counter is None else alerted_at(caller.counter)
