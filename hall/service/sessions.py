"""The browser's session: a staff token from the link's fragment becomes a cookie that scripts cannot read."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.hall_requests import SessionRequest
from hall.service.access import Role
from hall.service.call import PREFIX, Call, HallRoute, documented
from hall.service.gate import COOKIE, COOKIE_LIFE
from hall.service.refusals import TokenUnknownError
from hall.service.secret import token_hash

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["session"])
BROWSER_ROLES = frozenset(
    {
        Role.HEAD,
        Role.ADMIN,
        Role.ANALYST,
        Role.AUDITOR,
        Role.RECEPTION,
        Role.CALL_CENTRE,
        Role.DIRECTORATE,
        Role.OFFICIAL,
    }
)


@routes.post("/session", status_code=204, openapi_extra=documented(SessionRequest, status=204))
async def begin_session(call: Call) -> Response:
    """Give the browser its session cookie."""
    request = await call.read(SessionRequest)
    caller = await call.parts.gate.of_token(request.token, call.parts.clock.now())
    if caller.role not in BROWSER_ROLES:
        raise TokenUnknownError("this token is not one for the pages of the hall")
    answer = Response(status_code=204)
    sealed = call.parts.gate.seal(token_hash(request.token), call.parts.clock.now().at)
    answer.set_cookie(
        COOKIE,
        sealed,
        max_age=int(COOKIE_LIFE.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=call.url.scheme == "https",
    )
    return answer
