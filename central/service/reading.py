"""Who may read: anybody where pages are open, else whoever holds a reader's token, as a header or in the cookie."""

from __future__ import annotations

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from central import halls
from central.errors import CentralError, ForbiddenError, TokenError
from central.service.context import Context

COOKIE = "dawr_reader"
READERS = frozenset({"reader", "admin"})
HERE = "console"
"""Who acts where pages are open: somebody at the centre's own machine."""


async def reads(context: Context, request: Request) -> bool:
    """Say whether whoever asks may read."""
    try:
        await may_read(context, request)
    except CentralError:
        return False
    return True


async def may_read(context: Context, request: Request) -> None:
    """Raise TokenError or ForbiddenError unless figures are open here or the caller has a reader's token."""
    if context.config.open_pages:
        return
    authorization = request.headers.get("Authorization", "")
    token = authorization.partition(" ")[2] or request.cookies.get(COOKIE, "")
    if not token:
        raise TokenError("token_missing", "send a reader's token: Authorization: Bearer TOKEN")
    await run_in_threadpool(require_reader, context, token)


def require_reader(context: Context, token: str) -> None:
    """Raise TokenError or ForbiddenError unless this is a reader's token."""
    if halls.caller_of(context.engine, token).kind not in READERS:
        raise ForbiddenError(
            "not_a_reader", "this token does not read figures: ask the administrator for a reader's token"
        )


async def acting(context: Context, request: Request) -> str:
    """Return who changes something; TokenError or ForbiddenError where he may not, or where a foreign page asks."""
    if not _of_our_pages(request):
        raise ForbiddenError("foreign_page", "only the centre's own pages may change something")
    if context.config.open_pages:
        return HERE
    await may_read(context, request)
    authorization = request.headers.get("Authorization", "")
    token = authorization.partition(" ")[2] or request.cookies.get(COOKIE, "")
    who = await run_in_threadpool(halls.caller_of, context.engine, token)
    if who.kind != "admin":
        raise ForbiddenError("not_an_administrator", "this token reads only: ask the administrator for one that acts")
    return who.name


def _of_our_pages(request: Request) -> bool:
    """Say whether a change is asked by a page of ours or by a program; a page of elsewhere betrays itself."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site:
        return site in {"same-origin", "none"}
    return origin is None or origin.partition("://")[2] == request.headers.get("Host")
