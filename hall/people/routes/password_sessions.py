"""Sessions of people with accounts: sign in by password and authenticator, confirm after a pause, list and end them."""

from __future__ import annotations

import logging
from asyncio import to_thread
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.params import JSONBody, PathParameter

from common.accounts.codes import code_hash
from common.accounts.totp import step_of
from contracts.people.accounts import BrowserSessions, ConfirmRequest, PasswordSignInRequest
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.people.commands.accounts import MANAGERS
from hall.people.commands.second_factor import REFUSED
from hall.people.commands.sign_in import RightPassword, begin_try, confirm, finish_sign_in
from hall.people.model.account import Account
from hall.people.model.facts import SessionEnded
from hall.people.model.refusals import SessionUnknownError, SignInRefusedError
from hall.people.model.wrong_pins import PinTries
from hall.people.queries import sessions_view
from hall.people.routes.password_check import (
    UNKNOWN_NAMES,
    check_manages_role,
    check_own_password,
    count_password_try,
    count_wrong,
    forget_wrong,
    locked,
)
from hall.people.routes.session_cookie import SIGNED_IN, earlier_session, end_earlier, keep_cookie, new_cookie
from hall.people.work import PeopleWork
from hall.platform.security.authentication import COOKIE, session_hash
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.request import HallRequest
from web.service.openapi import refusals

log = logging.getLogger(__name__)
NO_ACCOUNT = ""
"""The account of a session that a link began: nobody's."""
UNKNOWN = "unknown name"
"""The subject under which a try of a name is kept that nobody has."""


@post("/session/password", status_code=204, responses=refusals(423))
async def sign_in_with_password(request: HallRequest, data: JSONBody[PasswordSignInRequest]) -> Response[None]:
    """Begin a session by name, password and the authenticator's code, or a recovery code; wrong tries make one wait."""
    rate = request.parts.limits.addresses
    rate.count(request.address, request.parts.clock.now().monotonic_ns / 1e9)
    known = await _checked(request, data.name.strip().lower(), data.password)
    secret = request.parts.security.secret
    cookie, earlier = new_cookie(), earlier_session(request)
    how: list[str] = []

    def run(work: PeopleWork, now: Moment) -> Answer:
        step = step_of(
            secret.authenticator(known.authenticator or "", known.name), data.code, now.at.timestamp(), after=0
        )
        right = RightPassword(known, step, code_hash(data.code), session_hash(cookie))
        end_earlier(earlier, work)
        finish_sign_in(right, work=work, now=now)
        how.append(right.second_factor)
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()
    rate.take_back(request.address)
    log.info(SIGNED_IN, known.role, known.caller_name, how[-1], request.address)
    forget_wrong(request, f"{known.name} {request.address}")
    return keep_cookie(request, Response(None), cookie)


@post("/session/confirm", status_code=204, responses=refusals(423))
async def confirm_session(request: HallRequest, data: JSONBody[ConfirmRequest]) -> Response[None]:
    """Let one's own session act again after a pause, by the password; it gets a new cookie."""
    known = await check_own_password(request, data.password)
    own, cookie = session_hash(request.cookies.get(COOKIE, "")), new_cookie()

    def run(work: PeopleWork, _now: Moment) -> Answer:
        confirm(known, own, session_hash(cookie), work=work)
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()
    return keep_cookie(request, Response(None), cookie)


@get("/sessions")
async def list_sessions(request: HallRequest) -> BrowserSessions:
    """Return where one is signed in; those of everybody for who manages accounts."""
    account, own = _whose(request), session_hash(request.cookies.get(COOKIE, ""))
    return await request.ask(lambda work, now: sessions_view(account, own, work=work, now=now))


@post("/sessions/{session:str}/end", status_code=204)
async def end_one_session(
    request: HallRequest,
    session: Annotated[str, PathParameter(description="The id of the session, as in the list.")],
) -> None:
    """Sign a browser out from here: one's own elsewhere, or anybody's for who manages accounts."""
    account, by = _whose(request), request.caller.account or request.caller.name

    def run(work: PeopleWork, _now: Moment) -> Answer:
        if account is None:
            for one in work.accounts.sessions():
                if one.id == session:
                    check_manages_role(request.caller, one.role)
        ended = work.accounts.end_session_by_id(session, account)
        if ended is None:
            raise SessionUnknownError("no open session has this id; it may have ended meanwhile")
        work.record(SessionEnded(ended.name, by))
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()


async def _checked(request: HallRequest, name: str, password: str) -> Account:
    """Return the account of name and password; a try counts as wrong before its slow check begins."""
    count_password_try(request)
    count_wrong(request, f"{name} {request.address}")
    begun: list[Account | None] = []

    def begin(work: PeopleWork, now: Moment) -> Answer:
        account = work.accounts.find(name)
        if account is not None and (wait_s := account.wait_s(now.at)):
            raise locked(wait_s)
        known = begin_try(name, work=work, now=now)
        if known is None:
            _count_unknown(request, name, work, now)
        begun.append(known)
        return NO_CONTENT

    await request.do(begin)
    known = begun[-1]
    right = await to_thread(request.parts.security.passwords.match, known.password if known else None, password, name)
    if known is None or not right:
        raise SignInRefusedError(REFUSED)
    return known


def _count_unknown(request: HallRequest, name: str, work: PeopleWork, now: Moment) -> None:
    """Count a try of a name that nobody can sign in with: neither answer nor time tells which names can."""
    until = request.parts.get(UNKNOWN_NAMES).count(name, now.at)
    if until is not None:
        raise locked(int((until - now.at).total_seconds()) + 1)
    # An account's try is written to disk before its password is checked: this one takes as long.
    work.pin_tries.keep(UNKNOWN, PinTries(last_try_at=now.at))


def _whose(request: HallRequest) -> str | None:
    """Return whose sessions the caller may see and end, None for everybody's; a link's session ends by signing out."""
    if request.caller.role.value in MANAGERS:
        return None
    return request.caller.account or NO_ACCOUNT


routes = Router(
    "/",
    route_handlers=[sign_in_with_password, confirm_session, list_sessions, end_one_session],
    tags=["session"],
)
