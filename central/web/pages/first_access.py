"""The first access of somebody new: set-up code, password of the own choice, authenticator, recovery codes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.response import Template
from markupsafe import Markup

from central.errors import BodyError, TokenError
from central.people.enrolment import Offer, choose_password, offered, prove
from central.people.sessions import begin_session, sign_out
from central.web.access import session_hash_of
from central.web.addresses import address_of
from central.web.attempt_limit import Tries
from central.web.centre_request import CentreRequest
from central.web.dependencies import Database, Form, Guesses, Now, Refusals, Secrets
from central.web.pages.sign_in import session_cookie
from central.web.problems import log_refusal
from central.web.rendering import AskedPage, Page
from common.qr import qr_rows

_QUIET_MODULES = 4
SHOWN_ERRORS = frozenset({
    "set_up_refused", "password_short", "password_long", "password_easy", "passwords_differ", "authenticator_wrong",
})  # fmt: skip
"""Refusals for which the page has its own sentence."""


@get("/first-access", include_in_schema=False, sync_to_thread=False)
def first_access_page(page: AskedPage) -> Template:
    """Ask for the set-up code and a password."""
    return page.template("first_access.html", name="", code="", error="")


@post("/first-access", include_in_schema=False)
async def choose(
    request: CentreRequest,
    page: AskedPage,
    form: Form,
    engine: Database,
    setup: Secrets,
    attempts: Guesses,
    refusals: Refusals,
    now: Now,
) -> Template:
    """Keep the password and show what the authenticator needs."""
    name, code, password = form.get("name", "").lower(), form.get("code", ""), form.get("password", "")
    try:
        if password != form.get("again", ""):
            raise BodyError("passwords_differ", "the two passwords are not the same")
        async with _one_try(attempts.set_up, request, now):
            offer = await sync_to_thread(choose_password, engine, setup, name, code, password, now=now)
    except (TokenError, BodyError) as error:
        log_refusal(refusals, request, error)
        said = error.code if error.code in SHOWN_ERRORS else "set_up_refused"
        return page.template("first_access.html", status=422, name=name, code=code, error=said)
    return _enrol(page, offer, code)


@post("/first-access/prove", include_in_schema=False)
async def prove_authenticator(
    request: CentreRequest,
    page: AskedPage,
    form: Form,
    engine: Database,
    setup: Secrets,
    attempts: Guesses,
    refusals: Refusals,
    now: Now,
) -> Template:
    """Take the authenticator's first code and show the recovery codes, this once."""
    name, code = form.get("name", "").lower(), form.get("code", "")
    try:
        async with _one_try(attempts.set_up, request, now):
            codes = await sync_to_thread(prove, engine, setup, name, code, form.get("shown", ""), now=now)
    except TokenError as error:
        log_refusal(refusals, request, error)
        if error.code != "authenticator_wrong":
            return page.template("first_access.html", status=422, name=name, code=code, error="set_up_refused")
        offer = await sync_to_thread(offered, engine, setup, name, code, now=now)
        return _enrol(page, offer, code, error=error.code)
    await sync_to_thread(sign_out, engine, session_hash_of(request), now=now)
    token = await sync_to_thread(begin_session, engine, name, now=now)
    return page.template("recovery_codes.html", codes=codes, cookies=[session_cookie(request, token)])


@asynccontextmanager
async def _one_try(tries: Tries, request: CentreRequest, now: datetime) -> AsyncIterator[None]:
    """Count a wrong set-up code by the caller's address; BusyError 429 after too many."""
    with tries.counted(address_of(request), now):
        await asyncio.sleep(tries.brake_s(now))
        yield


def _enrol(page: Page, offer: Offer, code: str, *, error: str = "") -> Template:
    status = 422 if error else 200
    return page.template("enrol.html", status=status, offer=offer, code=code, error=error, picture=_qr(offer.uri))


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
