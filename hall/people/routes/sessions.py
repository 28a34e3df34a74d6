"""The browser's session: a staff token from the link's fragment begins it, signing out ends it at the server."""

from __future__ import annotations

import logging

from litestar import Response, Router, post
from litestar.params import JSONBody

from contracts.queue.bodies import SessionRequest
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.people.model.facts import StaffSignedIn
from hall.people.routes.session_cookie import (
    SIGNED_IN,
    drop_cookie,
    earlier_session,
    end_earlier,
    keep_cookie,
    new_cookie,
)
from hall.people.work import PeopleWork
from hall.platform.refusals import TokenUnknownError
from hall.platform.security.access import Role
from hall.platform.security.authentication import session_hash
from hall.platform.security.secret import token_hash
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.request import HallRequest
from web.service.openapi import refusals

log = logging.getLogger(__name__)
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


@post("/session", status_code=204, responses=refusals(401))
async def start_session(request: HallRequest, data: JSONBody[SessionRequest]) -> Response[None]:
    """Begin a session in the database and give the browser its cookie; wrong tokens count by address."""
    rate = request.parts.limits.addresses
    # A stranger must not keep the writer busy.
    rate.count(request.address, request.parts.clock.now().monotonic_ns / 1e9)
    cookie, earlier = new_cookie(), earlier_session(request)
    signed_in: list[tuple[str, str]] = []

    def run(work: PeopleWork, _now: Moment) -> Answer:
        owner = work.staff.begin_session(
            token_hash(data.token), session_hash(cookie), one_use_only=not request.parts.security.token_links
        )
        if owner is None:
            raise TokenUnknownError("the token is not, or no longer, one of this hall")
        if Role(owner.kind) not in BROWSER_ROLES:
            raise TokenUnknownError("this token is not one for the pages of the hall")
        signed_in.append((owner.kind, owner.name))
        end_earlier(earlier, work)
        work.record(StaffSignedIn(owner.name, owner.kind))
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()
    rate.take_back(request.address)
    log.info(SIGNED_IN, *signed_in[-1], "link", request.address)
    return keep_cookie(request, Response(None), cookie)


@post("/session/end", status_code=204)
async def end_session(request: HallRequest) -> Response[None]:
    """End the session that the request's cookie stands for, and drop the cookie."""
    own = earlier_session(request)

    def run(work: PeopleWork, _now: Moment) -> Answer:
        end_earlier(own, work)
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()
    return drop_cookie(request, Response(None))


routes = Router("/", route_handlers=[start_session, end_session], tags=["session"])
