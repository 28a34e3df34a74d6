"""Sign in with name, password and code, or with a reader's token; sign out again."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse

from central.access.path_table import READERS
from central.access.tokens import holder_of
from central.errors import BusyError, CentralError, ForbiddenError, TokenError
from central.people.sessions import SignIn, begin_token_session, session_of, sign_in, sign_out
from central.web.addresses import address_of
from central.web.authentication import cookie_name, forget_caller, of_our_pages
from central.web.bodies import read_form
from central.web.context import Context
from central.web.problems import log_refusal
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT

COOKIE_LIFE_S = 12 * 3600
FIRST_PAGES = {"auditor": "/acts"}
"""Where somebody begins whose role does not read the map."""


def add_sign_in(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add `/sign-in` and `/sign-out`."""
    _add_page(routes, pages)
    _add_acts(routes, context, pages)


def _add_page(routes: APIRouter, pages: PageRenderer) -> None:
    @routes.get("/sign-in", response_class=HTMLResponse, include_in_schema=False)
    async def ask(
        lang: str = DEFAULT,
        wrong: Annotated[bool, Query()] = False,
        wait_s: Annotated[int, Query(ge=0, le=86_400)] = 0,
    ) -> Response:
        """Ask who it is."""
        forget_caller()
        return HTMLResponse(pages.render("sign_in.html", lang, wrong=wrong, wait_s=wait_s))


def _add_acts(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    @routes.post("/sign-in", include_in_schema=False)
    async def take(request: Request, lang: str = DEFAULT) -> Response:
        """Begin a session and keep it in a cookie that scripts cannot read."""
        if not of_our_pages(request):
            raise ForbiddenError("foreign_page", "only the centre's own pages may sign somebody in")
        form = await read_form(request)
        language, now = pages.texts(lang).language, context.now()
        tries = context.sign_in_tries
        try:
            with tries.counted(address_of(request), now):
                await asyncio.sleep(tries.brake_s(now))
                session = await run_in_threadpool(_begin, context, form)
            caller = await run_in_threadpool(partial(session_of, context.engine, session, now=now))
        except BusyError as error:
            log_refusal(request, error)
            return _again(language, wait_s=error.retry_after_s)
        except CentralError as error:
            log_refusal(request, error)
            return _again(language, wrong="true")
        return signed_in(request, session, FIRST_PAGES.get(caller.kind, "/"), language)

    @routes.post("/sign-out", include_in_schema=False)
    async def leave(request: Request, lang: str = DEFAULT) -> Response:
        """End the session, wherever its cookie was copied to."""
        if not of_our_pages(request):
            raise ForbiddenError("foreign_page", "only the centre's own pages may sign somebody out")
        await run_in_threadpool(
            partial(sign_out, context.engine, request.cookies.get(cookie_name(request), ""), now=context.now())
        )
        response = RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        response.delete_cookie(cookie_name(request), secure=request.url.scheme == "https", httponly=True)
        return response


def signed_in(request: Request, token: str, path: str, language: str) -> Response:
    """Return the way to the first page, with the cookie of a session."""
    response = RedirectResponse(f"{path}?lang={language}", 303)
    keep_cookie(request, response, token)
    return response


def keep_cookie(request: Request, response: Response, token: str) -> None:
    """Let the browser keep a session: out of scripts' reach, and never sent from another site's page."""
    secure = request.url.scheme == "https"
    name = cookie_name(request)
    response.set_cookie(name, token, httponly=True, samesite="strict", secure=secure, max_age=COOKIE_LIFE_S)


def _begin(context: Context, form: dict[str, str]) -> str:
    """Return a new session's token, for a person or for an access token of a reader."""
    now, access = context.now(), form.get("token", "")
    if not access:
        typed = SignIn(form.get("name", "").lower(), form.get("password", ""), form.get("code", ""))
        return sign_in(context.engine, context.setup, typed, now=now)
    caller = holder_of(context.engine, access, now=now)
    if caller.kind not in READERS:
        raise TokenError("not_a_reader", "a hall's or the platform's token opens no page")
    return begin_token_session(context.engine, access, caller.name, now=now)


def _again(language: str, **told: object) -> Response:
    return RedirectResponse(f"/sign-in?{urlencode({'lang': language, **told})}", 303)
