"""Who may come in: a token or a browser's session says who asks, the access table which role may do what.

The role is no guard of Litestar's: for each guard it copies the handler, which took a fifth of a request's time on the
event loop.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from litestar.connection import Request
from litestar.types import ASGIApp, Receive, Scope, Send

from common.server.http_protocol import note_enrolled
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.refusals import ConfirmNeededError, MethodRefusedError, OriginRefusedError
from hall.platform.security.access import OPEN, TABLE, Caller, admit
from hall.platform.security.authentication import COOKIE, OPEN_CALLER, is_same_origin, session_hash
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.bodies import Nothing, parse
from hall.platform.web.middleware.access_facts import record_first
from hall.platform.web.middleware.token_quotas import count
from hall.platform.web.request import HallRequest

ACTS_WITHOUT_CONFIRMING = timedelta(minutes=30)
"""After this long without a command a session is asked for the password before the next one; looking goes on."""
ACCESS_WITHOUT_CONFIRMING = timedelta(minutes=10)
"""How long after the password was given a session may change who has access."""
NOTED_EVERY = timedelta(minutes=1)
"""How exactly it is known when a session did something last."""
GIVES_COOKIE = frozenset({("POST", "/session"), ("POST", "/session/password"), ("POST", "/accounts/first-code")})
"""Open commands that begin a browser's session."""
UNCONFIRMED = frozenset({("POST", "/session/confirm"), ("POST", "/session/end"), ("POST", "/accounts/me/password")})
"""Commands that ask for the password themselves, or end the session."""
ABOUT_ACCESS = frozenset(
    {
        ("POST", "/accounts"),
        ("POST", "/accounts/{account}/invite-again"),
        ("POST", "/accounts/{account}/role"),
        ("POST", "/accounts/{account}/end"),
        ("POST", "/sessions/{session}/end"),
        ("POST", "/agents"),
        ("POST", "/agents/{agent}/pin"),
        ("POST", "/agents/{agent}/end"),
        ("POST", "/devices/codes"),
        ("POST", "/devices/{device}/revoke"),
    }
)
"""Commands that change who may sign in and which devices are let in, or end somebody's session."""


class AccessControl:
    """The layer of each route of the API: who asks, how often, whether his role may, and what of it is recorded.

    One plain class, since Litestar makes one of each layer for each of its 360 handlers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; raise the refusal of a missing, unknown, withdrawn or too busy token, or of its role."""
        request = HallRequest(scope)
        if request.method != "OPTIONS":  # Litestar itself answers
            scope["user"] = await _caller_of(request)
        counted = record_first(request, count(request, send))
        _check_role(request)
        await self._app(scope, receive, counted)


async def _caller_of(request: HallRequest) -> Caller:
    """Return who asks; on a path that is open to all nobody is asked for a token."""
    row = request.row
    if TABLE.get(row) == OPEN:
        if row in GIVES_COOKIE and "origin" in request.headers:
            _check_origin(request)
        return OPEN_CALLER
    parts = request.parts
    caller = await parts.security.authenticator.of_request(
        request.headers,
        request.cookies.get(COOKIE),
        parts.clock.now(),
        unsafe=request.method == "POST",
        scheme=request.scope["scheme"],
    )
    if request.method == "POST" and caller.acted_at is not None:
        _check_confirmed(request, caller.acted_at, caller.confirmed_at or caller.acted_at)
    return caller


def _check_origin(request: HallRequest) -> None:
    """Refuse another site's page: it would sign the browser in as somebody else."""
    if not is_same_origin(request.headers, request.scope["scheme"]):
        raise OriginRefusedError("only a page of this hall may begin a session in a browser")


def _check_confirmed(request: HallRequest, acted_at: datetime, confirmed_at: datetime) -> None:
    """Refuse a command of a session that was left alone, and one about access when the password was given long ago.

    What an active session does is noted once each minute.
    """
    if request.row in UNCONFIRMED:
        return
    now = request.parts.clock.now().at
    if request.row in ABOUT_ACCESS and now - confirmed_at > ACCESS_WITHOUT_CONFIRMING:
        raise ConfirmNeededError("confirm with your password before you change who has access")
    idle = now - acted_at
    if idle > ACTS_WITHOUT_CONFIRMING:
        raise ConfirmNeededError("nothing was done in this session for a while: confirm it with your password")
    if idle > NOTED_EVERY:
        own = session_hash(request.cookies.get(COOKIE, ""))
        request.parts.database.commands.submit(partial(_note_act, own), None)


def _note_act(own: str, work: Any, _now: Moment) -> Answer:  # noqa: ANN401  # the platform does not know `people`
    work.accounts.note_act(own)
    return NO_CONTENT


def _check_role(request: HallRequest) -> None:
    """Refuse who has no role for the path."""
    roles = TABLE.get(request.row)
    if roles is None:  # OPTIONS, which Litestar itself answers
        raise MethodRefusedError(f"{request.method} is not for {request.url.path}")
    if roles != OPEN:
        admit(request.caller, *request.row)
        note_enrolled(request.scope)


async def check_request(request: Request[Any, Any, Any]) -> None:
    """Refuse a partner's people what is not the partner's, and fields where a command says all by its path."""
    assert isinstance(request, HallRequest)  # noqa: S101  # the API's request class
    scope, caller = request.partner(), request.caller
    if scope is not None:
        body = await request.body() if request.method == "POST" else b""
        check = request.parts.security.partner_check(*request.row, request.path_params, body)
        if check is not None:
            await request.ask(lambda work, _now: check(scope, caller, work))
    takes = request.route_handler.parsed_fn_signature.parameters
    if request.method == "POST" and "data" not in takes and "body" not in takes:
        parse(Nothing, await request.body())
