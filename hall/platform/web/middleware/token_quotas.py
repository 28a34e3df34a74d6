"""Count requests by who asks, as `limits_per_token` asks."""

from __future__ import annotations

from http import HTTPStatus

from litestar.types import Message, Send

from hall.platform.security.access import DEVICES, Caller, Role
from hall.platform.security.authentication import OPEN_CALLER
from hall.platform.web.limits.limits_per_token import LOOKS_UP, counter_alert_name
from hall.platform.web.request import HallRequest

AT_COUNTER = frozenset({Role.COUNTER, Role.AGENT})


def count(request: HallRequest, send: Send) -> Send:
    """Count a request of a known caller; who needs no token is counted by address where it matters.

    Return a `send` that takes look-ups back which find something.
    """
    caller, row, quotas = request.caller, request.row, request.parts.limits.quotas
    if caller is OPEN_CALLER or caller.role is Role.INTAKE:  # the ministry's platform sends what thousands entered
        return send
    whose, now_s = quota_key(caller), request.parts.clock.now().monotonic_ns / 1e9
    quotas.count(whose, alert_key(caller), row, now_s, at_counter=caller.role in AT_COUNTER)
    if row not in LOOKS_UP:
        return send

    async def send_noted(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] != HTTPStatus.NOT_FOUND:
            quotas.take_back(whose, row)
        await send(message)

    return send_noted


def quota_key(caller: Caller) -> str:
    """Return the name under which a caller is counted.

    Neither another sign-in nor a device's renewed token begins another count.
    """
    if caller.role in DEVICES:
        return caller.lasting_scope
    return f"{caller.role.value} {caller.account or caller.name}"


def alert_key(caller: Caller) -> str:
    """Return whom the hall head's alert is about; for an agent it is the PC of the counter, which may be stolen."""
    if caller.role is Role.AGENT and caller.counter is not None:
        return counter_alert_name(caller.counter)
    return caller.name
