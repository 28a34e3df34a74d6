"""Sign in to the hall's pages with the ministry's account: to its OpenID provider and back; no part of the API.

The provider's page is another site, so the browser comes back without our cookies that are `SameSite=Strict`: the
sign-in that has begun is kept in a `Lax` one, and the page after it loads the first page from our own site.
"""

from __future__ import annotations

import logging
from asyncio import to_thread
from typing import Any
from urllib.parse import urlencode

from litestar import MediaType, Response, get
from litestar.response import Redirect

from common.accounts.single_sign_on import (
    Provider,
    ProviderDownError,
    ProviderPerson,
    ProviderRefusedError,
    log_refused,
)
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.people.commands.ministry_sign_in import PROVIDER, MinistrySignIn, sign_in_of_ministry
from hall.people.routes.session_cookie import SIGNED_IN, R, earlier_session, end_earlier, keep_cookie, new_cookie
from hall.people.work import PeopleWork
from hall.platform.security.authentication import session_hash
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.dependencies import DependencyKey
from hall.platform.web.request import HallRequest
from hall.settings.queries.hall import brand_view
from web.rendering import LANGUAGE_COOKIE, branding, rendered
from web.texts import chosen

log = logging.getLogger(__name__)
MINISTRY = DependencyKey[Provider]("ministry")
"""The ministry's OpenID provider, where single sign-on is set up."""
RETURN_PATH = "/sign-in/ministry/return"
FLOW_COOKIE = "dawr_sign_in"
_LIFE_S = 600


@get("/sign-in/ministry", include_in_schema=False)
async def to_ministry(request: HallRequest) -> Redirect:
    """Send the browser to the provider, which asks for the password each time although it knows the browser.

    Else a person at an unattended PC would get a new session, and with it all commands, without a password.
    """
    provider = request.parts.find(MINISTRY)
    language = chosen(request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE))
    if provider is None:
        return _to_enter(language)
    _count(request)
    try:
        begun = await to_thread(provider.begin, language=language, now=request.parts.clock.now().at, again=True)
    except ProviderDownError as error:
        log.warning("%s", error)
        return _to_enter(language, refused=error.code)
    # The provider's page is another site: the browser comes back without the cookie of its session until now.
    kept = f"{language}~{begun.cookie}~{earlier_session(request)}"
    return _keep_flow(request, Redirect(begun.url, status_code=303), kept, _LIFE_S)


@get(RETURN_PATH, include_in_schema=False)
async def from_ministry(request: HallRequest) -> Response[Any]:
    """Begin a session for whom the provider has signed in, or say on the sign-in page why not."""
    provider = request.parts.find(MINISTRY)
    language, kept, earlier = [*request.cookies.get(FLOW_COOKIE, "").split("~"), "", ""][:3]
    language = chosen(language)
    if provider is None:
        return _to_enter(language)
    if not provider.is_begun(kept, now=request.parts.clock.now().at):
        # Not counted: any web page can send a browser here as for a picture.
        _note_refusal(request, "state_wrong")
        return _keep_flow(request, _to_enter(language, refused="state_wrong"), "", 0)
    _count(request)
    query = request.scope["query_string"].decode("ascii", "replace")
    cookie = new_cookie()
    try:
        who = await to_thread(provider.finish, query, kept, now=request.parts.clock.now().at)
        refused = await _begin(request, provider, who, cookie, earlier)
    except ProviderDownError as error:
        log.warning("%s", error)
        return _to_enter(language, refused=error.code)
    except ProviderRefusedError as error:
        log_refused(error)
        refused = error.code
    if refused:
        _note_refusal(request, refused)
        return _keep_flow(request, _to_enter(language, refused=refused), "", 0)
    brand = branding(brand_view(request.parts.settings().brand), language)
    page = Response(rendered("signed_in", language, brand=brand), media_type=MediaType.HTML)
    return keep_cookie(request, _keep_flow(request, page, "", 0), cookie)


@get("/sign-out/ministry", include_in_schema=False)
async def out_of_ministry(request: HallRequest) -> Redirect:
    """Send the browser, whose session here has ended, to the provider's own sign-out."""
    provider = request.parts.find(MINISTRY)
    if provider is None:
        return Redirect("/enter?out")
    _count(request)
    there = await to_thread(provider.sign_out_url, f"{provider.settings.address.rstrip('/')}/enter")
    return Redirect(there or "/enter?out")


async def _begin(request: HallRequest, provider: Provider, who: ProviderPerson, cookie: str, earlier: str) -> str:
    """Return "" after a session has begun in the place of the earlier one, else why not."""
    granted = provider.settings.role_of(who.groups)
    role, unit = (granted.role, granted.unit) if granted else ("", "")
    hashed = session_hash(cookie)
    command = MinistrySignIn(who.issuer, who.subject, who.name, who.full_name, role, unit, hashed)
    refused: list[str] = []

    def run(work: PeopleWork, now: Moment) -> Answer:
        refused.append(sign_in_of_ministry(command, work=work, now=now))
        if not refused[-1]:
            end_earlier(earlier, work)
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()
    if not refused[-1]:
        request.parts.limits.ministry.take_back(request.address)
        log.info(SIGNED_IN, role, who.name, PROVIDER, request.address)
    return refused[-1]


def _count(request: HallRequest) -> None:
    """Count a try by address, apart from accounts of the hall: a stranger must not keep hall and provider busy."""
    request.parts.limits.ministry.count(request.address, request.parts.clock.now().monotonic_ns / 1e9)


def _note_refusal(request: HallRequest, code: str) -> None:
    request.parts.security.refusals.write(
        code, role=None, address=request.address, method="GET", path=request.scope["path"]
    )


def _to_enter(language: str, **query: str) -> Redirect:
    return Redirect(f"/enter?{urlencode({'lang': language, **query})}", status_code=303)


def _keep_flow(request: HallRequest, answer: R, value: str, life_s: int) -> R:
    """Let the browser keep, or forget, the sign-in that has begun; it comes back with the provider's redirection."""
    secure = request.url.scheme == "https"
    answer.set_cookie(FLOW_COOKIE, value, max_age=life_s, httponly=True, samesite="lax", secure=secure)
    return answer


HANDLERS = (to_ministry, from_ministry, out_of_ministry)
