"""Sign in with the ministry's account: to its OpenID provider and back.

The provider's page is another site, so the browser comes back without our cookies that are `SameSite=Strict`: the
sign-in that has begun is kept in a `Lax` one, and the page after it loads the first page from our own site.
"""

from __future__ import annotations

import logging
from contextlib import nullcontext
from datetime import datetime

from litestar import get
from litestar.concurrency import sync_to_thread
from litestar.datastructures import Cookie
from litestar.response import Redirect, Template

from central.errors import BusyError, CentralError, ForbiddenError, TokenError
from central.people.ministry_sign_in import sign_in_of_ministry
from central.people.sessions import session_of, sign_out
from central.web.access import cookie_name, session_hash_of
from central.web.addresses import address_of
from central.web.attempt_limit import Tries
from central.web.centre_request import CentreRequest
from central.web.dependencies import Database, Guesses, MinistryProvider, Now, Refusals
from central.web.pages.sign_in import FIRST_PAGES, session_cookie
from central.web.problems import log_refusal
from central.web.rendering import AskedPage
from common.accounts.single_sign_on import (
    Provider,
    ProviderDownError,
    ProviderPerson,
    ProviderRefusedError,
    log_refused,
)

log = logging.getLogger(__name__)
RETURN_PATH = "/sign-in/ministry/return"
_LIFE_S = 600
_FORGED = frozenset({"answer_wrong", "state_wrong"})


@get("/sign-in/ministry", include_in_schema=False)
async def to_ministry(
    request: CentreRequest,
    page: AskedPage,
    provider: MinistryProvider,
    attempts: Guesses,
    refusals: Refusals,
    now: Now,
) -> Redirect:
    """Send the browser to the provider."""
    if provider is None:
        return page.to("/sign-in")
    try:
        attempts.ministry_begun.take(address_of(request), now)
        begun = await sync_to_thread(provider.begin, language=page.texts.language, now=now)
    except ProviderDownError as error:
        log.warning("%s", error)
        return page.to("/sign-in", refused=error.code)
    except BusyError as error:
        log_refusal(refusals, request, error)
        return page.to("/sign-in", wait_s=error.retry_after_s)
    # The provider's page is another site: the browser comes back without the cookie of its session until now.
    kept = f"{page.texts.language}~{begun.cookie}~{session_hash_of(request)}"
    return Redirect(begun.url, status_code=303, cookies=[_flow_cookie(request, kept)])


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
    language, kept, earlier = [*request.cookies.get(_name(request), "").split("~"), "", ""][:3]
    page = page.in_language(language)
    try:
        who = await sync_to_thread(_finish, provider, query, kept, attempts.ministry, address_of(request), now)
        session = await sync_to_thread(sign_in_of_ministry, engine, provider.settings, who, now=now)
        await sync_to_thread(sign_out, engine, earlier, now=now)
        caller = await sync_to_thread(session_of, engine, session, now=now)
    except ProviderDownError as error:
        log.warning("%s", error)
        return page.to("/sign-in", cookies=[dropped], refused=error.code)
    except BusyError as error:
        log_refusal(refusals, request, error)
        return page.to("/sign-in", cookies=[dropped], wait_s=error.retry_after_s)
    except CentralError as error:
        log_refusal(refusals, request, error)
        return page.to("/sign-in", cookies=[dropped], refused=error.code)
    path = FIRST_PAGES.get(caller.kind, "/")
    return page.template("signed_in.html", path=path, cookies=[dropped, session_cookie(request, session)])


def _finish(
    provider: Provider, query: str, cookie: str, tries: Tries, address: str, now: datetime
) -> ProviderPerson:  # fmt: skip
    """Return who came back; only a forged answer is a wrong try.

    A return without a sign-in that began in this browser does not count: any web page can send one as a picture.
    """
    with tries.counted(address, now) if provider.is_begun(cookie, now=now) else nullcontext():
        try:
            return provider.finish(query, cookie, now=now)
        except ProviderRefusedError as error:
            log_refused(error)
            refusal = TokenError if error.code in _FORGED else ForbiddenError
            raise refusal(error.code, error.detail) from error


def _name(request: CentreRequest) -> str:
    return cookie_name(request) + "_sign_in"


def _flow_cookie(request: CentreRequest, value: str, *, life_s: int = _LIFE_S) -> Cookie:
    """Return the cookie of a sign-in that has begun; it comes back with the provider's redirection."""
    secure = request.url.scheme == "https"
    return Cookie(_name(request), value=value, httponly=True, samesite="lax", secure=secure, max_age=life_s)
