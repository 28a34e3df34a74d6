"""The first access of somebody new: set-up code, password of the own choice, authenticator, recovery codes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from central.errors import BodyError, ForbiddenError, TokenError
from central.people.enrolment import Offer, choose_password, offered, prove
from central.people.sessions import begin_session
from central.web.addresses import address_of
from central.web.authentication import forget_caller, of_our_pages
from central.web.bodies import read_form
from central.web.context import Context
from central.web.pages.sign_in import keep_cookie
from central.web.problems import log_refusal
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT
from common.qr import qr_rows

_QUIET_MODULES = 4
SAID = frozenset({
    "set_up_refused", "password_short", "password_long", "password_easy", "passwords_differ", "authenticator_wrong",
})  # fmt: skip
"""Refusals that the page has a sentence of its own for."""


def add_first_access(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add `/first-access` and its two steps."""
    _add_choice(routes, context, pages)
    _add_proof(routes, context, pages)


def _add_choice(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    @routes.get("/first-access", response_class=HTMLResponse, include_in_schema=False)
    async def begin(lang: str = DEFAULT) -> Response:
        """Ask for the set-up code and a password."""
        forget_caller()
        return HTMLResponse(pages.render("first_access.html", lang, name="", code="", error=""))

    @routes.post("/first-access", response_class=HTMLResponse, include_in_schema=False)
    async def choose(request: Request, lang: str = DEFAULT) -> Response:
        """Keep the password and show what the authenticator needs."""
        form = await _form(request)
        name, code = form.get("name", "").lower(), form.get("code", "")
        try:
            if form.get("password") != form.get("again"):
                raise BodyError("passwords_differ", "the two passwords are not the same")
            async with _one_try(context, request):
                offer = await run_in_threadpool(
                    partial(choose_password, context.engine, context.setup, now=context.now()),
                    name, code, form.get("password", ""),
                )  # fmt: skip
        except (TokenError, BodyError) as error:
            log_refusal(request, error)
            said = error.code if error.code in SAID else "set_up_refused"
            return HTMLResponse(pages.render("first_access.html", lang, name=name, code=code, error=said), 422)
        return HTMLResponse(_enrol(pages, lang, offer, code))


def _add_proof(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    @routes.post("/first-access/prove", response_class=HTMLResponse, include_in_schema=False)
    async def proven(request: Request, lang: str = DEFAULT) -> Response:
        """Take the authenticator's first code and show the recovery codes, this once."""
        form = await _form(request)
        name, code = form.get("name", "").lower(), form.get("code", "")
        now = context.now()
        asked = (context.engine, context.setup, name, code)
        try:
            async with _one_try(context, request):
                codes = await run_in_threadpool(partial(prove, now=now), *asked, form.get("shown", ""))
        except TokenError as error:
            log_refusal(request, error)
            if error.code != "authenticator_wrong":
                return HTMLResponse(
                    pages.render("first_access.html", lang, name=name, code=code, error="set_up_refused"), 422
                )
            offer = await run_in_threadpool(partial(offered, now=now), *asked)
            return HTMLResponse(_enrol(pages, lang, offer, code, error=error.code), 422)
        token = await run_in_threadpool(partial(begin_session, context.engine, name, now=now))
        response = HTMLResponse(pages.render("recovery_codes.html", lang, codes=codes))
        keep_cookie(request, response, token)
        return response


async def _form(request: Request) -> dict[str, str]:
    if not of_our_pages(request):
        raise ForbiddenError("foreign_page", "only the centre's own pages set up an access")
    forget_caller()
    return await read_form(request)


@asynccontextmanager
async def _one_try(context: Context, request: Request) -> AsyncIterator[None]:
    """Count a wrong set-up code by the caller's address; BusyError 429 after too many."""
    tries, now = context.set_up_tries, context.now()
    with tries.counted(address_of(request), now):
        await asyncio.sleep(tries.brake_s(now))
        yield


def _enrol(pages: PageRenderer, language: str, offer: Offer, code: str, *, error: str = "") -> str:
    return pages.render("enrol.html", language, offer=offer, code=code, error=error, picture=_qr(offer.uri))


def _qr(text: str) -> Markup:
    """Return a QR code as a drawing that stands in the page itself: its text goes to nobody else."""
    rows = qr_rows(text)
    side = len(rows) + 2 * _QUIET_MODULES
    cells = "".join(
        f"M{x + _QUIET_MODULES} {y + _QUIET_MODULES}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#000" d="{cells}"/></svg>'
    )
    return Markup(drawn)  # noqa: S704 - our own drawing: nothing of the text stands in it
