"""Check who sent a request and whether the table of central.access.path_table lets that kind of caller use the path.

A caller is known by a session (cookie, or header) or by an access token (header). Where pages are open, every
caller on this machine reads what a reader reads.
"""

from __future__ import annotations

from contextvars import ContextVar
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from central.access.path_table import READER, READERS, TABLE
from central.access.tokens import Caller, holder_of
from central.config import LOOPBACK
from central.errors import CentralError, ForbiddenError, TokenError
from central.people.sessions import session_of
from central.web.context import Context
from common.server.http_protocol import note_enrolled

COOKIE = "dawr_reader"
HTTPS_COOKIE = f"__Host-{COOKIE}"
"""The same over https: a browser takes it only from this very host, encrypted, and for all paths."""
HERE = "console"
"""Who reads open pages: somebody at the centre's own machine."""
FORWARDED = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"})
"""What proxies add to a question; no browser does."""
_CALLER: ContextVar[Caller | None] = ContextVar("caller", default=None)


async def reads(context: Context, request: Request) -> bool:
    """Say whether the caller may use this path."""
    try:
        await may_read(context, request)
    except CentralError:
        return False
    return True


async def may_read(context: Context, request: Request) -> None:
    """Raise TokenError or ForbiddenError unless the caller may use this path."""
    _CALLER.set(await _allowed_caller(context, request))


def caller_now() -> Caller | None:
    """Return who asked for the page that is being answered, None before anybody is known."""
    return _CALLER.get()


def forget_caller() -> None:
    """Answer as to somebody who is not known."""
    _CALLER.set(None)


async def acting(context: Context, request: Request) -> str:
    """Return who changes something; TokenError or ForbiddenError where he may not, or where a foreign page asks."""
    if not of_our_pages(request):
        raise ForbiddenError("foreign_page", "only the centre's own pages may change something")
    caller = await _allowed_caller(context, request)
    _CALLER.set(caller)
    return caller.name


async def _allowed_caller(context: Context, request: Request) -> Caller:
    kinds = TABLE[request.method, request.scope["route"].path]
    try:
        caller = await run_in_threadpool(_known, context, request)
        note_enrolled(request.scope)
        _CALLER.set(caller)  # the line about a refusal names the kind
        if caller.kind in kinds:
            return caller
        raise _forbidden(caller)
    except CentralError:
        if context.config.open_pages and READER in kinds and of_this_machine(request):
            return Caller(READER, None, HERE)
        raise


def cookie_name(request: Request) -> str:
    """Return the name of the session's cookie."""
    return HTTPS_COOKIE if request.url.scheme == "https" else COOKIE


def _known(context: Context, request: Request) -> Caller:
    """Return who sends the session or token of a request; raise TokenError when nobody does."""
    now = context.now()
    token = request.headers.get("Authorization", "").partition(" ")[2].strip()
    if not token:
        cookie = request.cookies.get(cookie_name(request), "")
        if not cookie:
            raise TokenError("token_missing", "sign in, or send a reader's token: Authorization: Bearer TOKEN")
        return session_of(context.engine, cookie, now=now)
    try:
        return holder_of(context.engine, token, now=now)
    except TokenError as unknown:
        try:
            return session_of(context.engine, token, now=now)
        except TokenError:
            raise unknown from None


def _forbidden(caller: Caller) -> ForbiddenError:
    if caller.kind in READERS:
        return ForbiddenError("not_an_administrator", "this access may not do this: ask an administrator")
    return ForbiddenError("not_a_reader", "this token does not read this: ask the administrator for one that does")


def of_this_machine(request: Request) -> bool:
    """Say whether the address that was asked names this machine itself, and no proxy brings the question.

    Open pages are for whoever sits at it. A browser can be led here under a foreign page's name, which it then asks
    for. Through a proxy anybody may ask for any name: a proxy is told by what it adds.
    """
    if not FORWARDED.isdisjoint(request.headers.keys()):
        return False
    try:
        return urlsplit(f"//{request.headers.get('Host', '')}").hostname in LOOPBACK
    except ValueError:  # it is no address at all
        return False


def of_our_pages(request: Request) -> bool:
    """Say whether a change is asked by a page of ours or by a program; a page of elsewhere betrays itself."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site:
        return site in {"same-origin", "none"}
    return origin is None or origin.partition("://")[2] == request.headers.get("Host")
