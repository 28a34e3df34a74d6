"""Sign in with the ministry's account: to its OpenID provider and back.

The provider's page is another site, so the browser comes back without our cookies that are `SameSite=Strict`: the
sign-in that has begun is kept in a `Lax` one, and the page after it loads the first page from our own site.
"""

from __future__ import annotations

import logging
from datetime import datetime

from litestar import get
from litestar.concurrency import sync_to_thread
from litestar.datastructures import Cookie
from litestar.response import Redirect, Template
from sqlalchemy import Engine

from central.errors import CentralError, TokenError
from central.people.ministry_sign_in import sign_in_of_ministry
from central.people.sessions import session_of
from central.web.access import cookie_name
from central.web.addresses import address_of
from central.web.centre_request import CentreRequest
from central.web.dependencies import Database, Guesses, MinistryProvider, Now, Refusals
from central.web.pages.sign_in import FIRST_PAGES, session_cookie
from central.web.problems import log_refusal
from central.web.rendering import AskedPage
from common.accounts.single_sign_on import Provider, ProviderDownError, ProviderRefusedError, log_refused

log = logging.getLogger(__name__)
RETURN_PATH = "/sign-in/ministry/return"
_LIFE_S = 600


@get("/sign-in/ministry", include_in_schema=False)
async def to_ministry(request: CentreRequest, page: AskedPage, provider: MinistryProvider, now: Now) -> Redirect:
    """Send the browser to the provider."""
    if provider is None:
        return page.to("/sign-in")
    try:
        begun = await sync_to_thread(provider.begin, language=page.texts.language, now=now)
    except ProviderDownError as error:
        log.warning("%s", error)
        return page.to("/sign-in", refused=error.code)
    return Redirect(
        begun.url, status_code=303, cookies=[_flow_cookie(request, f"{page.texts.language}~{begun.cookie}")]
    )


@get(RETURN_PATH, include_in_schema=False)
async def from_ministry(
    request: CentreRequest,
    page: AskedPage,
    engine: Database,
    provider: MinistryProvider,
    attempts: Guesses,
    refusals: Refusals,
    now: Now,
) -> Redirect | Template:
    """Begin a session for whom the provider has signed in, or say on the sign-in page why not."""
    dropped = _flow_cookie(request, "", life_s=0)
    if provider is None:
        return page.to("/sign-in")
    query = request.scope["query_string"].decode("ascii", "replace")
    language, _, kept = request.cookies.get(_name(request), "").partition("~")
    page = page.in_language(language)
    try:
        with attempts.sign_in.counted(address_of(request), now):
            session = await sync_to_thread(_finish, engine, provider, query, kept, now)
        caller = await sync_to_thread(session_of, engine, session, now=now)
    except ProviderDownError as error:
        log.warning("%s", error)
        return page.to("/sign-in", cookies=[dropped], refused=error.code)
    except CentralError as error:
        log_refusal(refusals, request, error)
        return page.to("/sign-in", cookies=[dropped], refused=error.code)
    path = FIRST_PAGES.get(caller.kind, "/")
    return page.template("signed_in.html", path=path, cookies=[dropped, session_cookie(request, session)])


def _finish(engine: Engine, provider: Provider, query: str, cookie: str, now: datetime) -> str:
    try:
        who = provider.finish(query, cookie, now=now)
    except ProviderRefusedError as error:
        log_refused(error)
        raise TokenError(error.code, error.detail) from error
    return sign_in_of_ministry(engine, provider.settings, who, now=now)


def _name(request: CentreRequest) -> str:
    return cookie_name(request) + "_sign_in"


def _flow_cookie(request: CentreRequest, value: str, *, life_s: int = _LIFE_S) -> Cookie:
    """Return the cookie of a sign-in that has begun; it comes back with the provider's redirection."""
    secure = request.url.scheme == "https"
    return Cookie(_name(request), value=value, httponly=True, samesite="lax", secure=secure, max_age=life_s)
