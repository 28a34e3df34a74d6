"""Who may read: anybody where pages are open, else whoever has a session or a reader's token, in a header or cookie."""

from __future__ import annotations

from collections.abc import Set
from contextvars import ContextVar
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from central import halls
from central.config import LOOPBACK
from central.errors import CentralError, ForbiddenError, TokenError
from central.halls import Caller
from central.service.context import Context
from central.sessions import session_of

COOKIE = "dawr_reader"
READERS = frozenset({"reader", "admin"})
HERE = "console"
"""Who acts where pages are open: somebody at the centre's own machine."""
FORWARDED = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"})
"""What proxies add to a question; no browser does."""
_CALLER: ContextVar[Caller | None] = ContextVar("caller", default=None)


async def reads(context: Context, request: Request, kinds: Set[str] = READERS) -> bool:
    """Say whether whoever asks may read what these kinds read."""
    try:
        await may_read(context, request, kinds)
    except CentralError:
        return False
    return True


async def may_read(context: Context, request: Request, kinds: Set[str] = READERS) -> None:
    """Raise TokenError or ForbiddenError unless figures are open here or the caller is one of these kinds."""
    _CALLER.set(await _caller(context, request, kinds))


def caller_now() -> Caller | None:
    """Return who asked for the page that is being answered, None before anybody is known."""
    return _CALLER.get()


def forget_caller() -> None:
    """Answer as to somebody who is not known."""
    _CALLER.set(None)


async def _caller(context: Context, request: Request, kinds: Set[str]) -> Caller:
    if context.config.open_pages and of_this_machine(request):
        return Caller("admin", None, HERE)
    token = token_in(request)
    if not token:
        raise TokenError("token_missing", "sign in, or send a reader's token: Authorization: Bearer TOKEN")
    found = await run_in_threadpool(known, context, token)
    if found.kind not in kinds:
        raise ForbiddenError("not_a_reader", "this token does not read this: ask the administrator for one that does")
    return found


def token_in(request: Request) -> str:
    """Return the token of a request, from its header or its cookie; "" without one."""
    authorization = request.headers.get("Authorization", "")
    return authorization.partition(" ")[2].strip() or request.cookies.get(COOKIE, "")


def known(context: Context, token: str) -> Caller:
    """Return whose token or session this is; raise TokenError when nobody's."""
    try:
        return halls.caller_of(context.engine, token)
    except TokenError as unknown:
        try:
            return session_of(context.engine, token, now=context.now())
        except TokenError:
            raise unknown from None


async def acting(context: Context, request: Request) -> str:
    """Return who changes something; TokenError or ForbiddenError where he may not, or where a foreign page asks."""
    if not of_our_pages(request):
        raise ForbiddenError("foreign_page", "only the centre's own pages may change something")
    await may_read(context, request)
    who = caller_now()
    if who is None or who.kind != "admin":
        raise ForbiddenError("not_an_administrator", "this access reads only: ask an administrator")
    return who.name


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
