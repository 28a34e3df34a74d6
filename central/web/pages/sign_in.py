"""Sign in with name, password and code, or with a reader's token; sign out again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import Cookie
from litestar.params import FromQuery, QueryParameter
from litestar.response import Redirect, Template
from sqlalchemy import Engine

from central.access.path_table import READERS
from central.access.tokens import holder_of
from central.errors import BusyError, CentralError, TokenError
from central.people.enrolment import Setup
from central.people.sessions import SignIn, begin_token_session, session_of, sign_in, sign_out
from central.web.access import cookie_name, session_hash_of
from central.web.addresses import address_of
from central.web.centre_request import CentreRequest
from central.web.dependencies import Database, Form, Guesses, MinistryProvider, Now, Refusals, Secrets
from central.web.problems import log_refusal
from central.web.rendering import AskedPage
from common.accounts.single_sign_on import Provider

COOKIE_LIFE_S = 12 * 3600
SHOWN_ERRORS = frozenset({"provider_down", "group_missing", "access_ended", "state_wrong", "too_weak"})
"""Refusals of the ministry's accounts for which the page has its own sentence."""
FIRST_PAGES = {"auditor": "/acts"}
"""Where somebody begins whose role does not read the map."""


@get("/sign-in", include_in_schema=False, sync_to_thread=False)
def sign_in_page(
    page: AskedPage,
    provider: MinistryProvider,
    wrong: FromQuery[bool] = False,
    wait_s: Annotated[int, QueryParameter(ge=0, le=86_400)] = 0,
    refused: FromQuery[str] = "",
) -> Template:
    """Ask who it is."""
    shown = refused if refused in SHOWN_ERRORS or not refused else "provider_refused"
    return page.template("sign_in.html", wrong=wrong, wait_s=wait_s, refused=shown, of_ministry=provider is not None)


@post("/sign-in", include_in_schema=False)
async def begin(
    request: CentreRequest,
    page: AskedPage,
    form: Form,
    engine: Database,
    setup: Secrets,
    attempts: Guesses,
    refusals: Refusals,
    now: Now,
) -> Redirect:
    """Begin a session and keep it in a cookie that scripts cannot read."""
    tries = attempts.sign_in
    try:
        with tries.counted(address_of(request), now):
            await asyncio.sleep(tries.brake_s(now))
            session = await sync_to_thread(_begin, engine, setup, form, now)
        await sync_to_thread(sign_out, engine, session_hash_of(request), now=now)
        caller = await sync_to_thread(session_of, engine, session, now=now)
    except BusyError as error:
        log_refusal(refusals, request, error)
        return page.to("/sign-in", wait_s=error.retry_after_s)
    except CentralError as error:
        log_refusal(refusals, request, error)
        return page.to("/sign-in", wrong="true")
    return page.to(FIRST_PAGES.get(caller.kind, "/"), cookies=[session_cookie(request, session)])


@post("/sign-out", include_in_schema=False, sync_to_thread=True)
def end(
    request: CentreRequest, page: AskedPage, engine: Database, provider: MinistryProvider, now: Now
) -> Redirect | Template:  # fmt: skip
    """End the session, wherever its cookie was copied to; one of the ministry's account goes on to end there too."""
    of_ministry = sign_out(engine, session_hash_of(request), now=now)
    gone = [session_cookie(request, "", life_s=0)]
    there = _sign_out_url(provider) if of_ministry else None
    # A form may lead to our own pages alone, so a page of ours leads on to the provider.
    answer: Redirect | Template = (
        page.template("signed_out.html", path=there, cookies=gone) if there else page.to("/sign-in", cookies=gone)
    )
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def session_cookie(request: CentreRequest, token: str, *, life_s: int = COOKIE_LIFE_S) -> Cookie:
    """Return the cookie of a session: out of scripts' reach, and never sent from another site's page."""
    return Cookie(
        cookie_name(request),
        value=token,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
        max_age=life_s,
    )


def _sign_out_url(provider: Provider | None) -> str | None:
    return provider.sign_out_url(f"{provider.settings.address.rstrip('/')}/sign-in") if provider else None


def _begin(engine: Engine, setup: Setup, form: Mapping[str, str], now: datetime) -> str:
    """Return a new session's token, for a person or for an access token of a reader."""
    access = form.get("token", "")
    if not access:
        typed = SignIn(form.get("name", "").lower(), form.get("password", ""), form.get("code", ""))
        return sign_in(engine, setup, typed, now=now)
    caller = holder_of(engine, access, now=now)
    if caller.kind not in READERS:
        raise TokenError("not_a_reader", "a hall's or the platform's token opens no page")
    return begin_token_session(engine, access, caller.name, now=now)
