"""Guards: who may use a path by the table of central.access.path_table, and that only our own pages change something.

A person is known by a session (cookie, or header), a program by an access token (header). Where pages are open, every
caller on this machine reads what a reader reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler
from sqlalchemy import Engine

from central.access.path_table import ALL_HALLS, HALL, OF_HALL, OPEN, PLATFORM, READER, READERS, TABLE
from central.access.tokens import Caller, holder_of
from central.config import LOOPBACK
from central.errors import CentralError, ForbiddenError, TokenError
from central.halls import registry
from central.people.sessions import session_of
from central.web.dependencies import parts_of
from common.accounts.codes import code_hash
from common.server.http_protocol import note_enrolled

COOKIE = "dawr_reader"
HTTPS_COOKIE = f"__Host-{COOKIE}"
"""The same over https: a browser takes it only from this very host, encrypted, and for all paths."""
HERE = "console"
"""Who reads open pages: somebody at the centre's own machine."""
FORWARDED = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"})
"""What proxies add to a request; no browser does."""
FILES = "files"
"""Marks handlers of files that everybody may load."""
Connection = ASGIConnection[Any, Any, Any, Any]


def session_hash_of(connection: Connection) -> str:
    """Return the hash of the session that this browser has until now; of no session where it has none."""
    return code_hash(connection.cookies.get(cookie_name(connection), ""))


async def check_access(connection: Connection, handler: BaseRouteHandler) -> None:
    """Let a caller use a path where the table has his kind, and note who he is as the request's user.

    It comes before anything of the request is read. A path that is not in the table is closed. Raises TokenError or
    ForbiddenError.
    """
    if handler.opt.get(FILES):
        return
    method, path = connection.scope.get("method"), connection.scope["path_template"]
    kinds = TABLE.get((str(method), path), frozenset())
    connection.scope["user"] = None
    if kinds != OPEN and method != "OPTIONS":
        await _check(connection, kinds)


async def _check(connection: Connection, kinds: frozenset[str]) -> None:
    parts = parts_of(connection)
    try:
        caller = await sync_to_thread(_find_caller, connection, kinds, parts.engine, parts.clock())
        note_enrolled(connection.scope)
        connection.scope["user"] = caller  # the line about a refusal names the kind
        if kinds == OF_HALL:
            registry.require_hall(caller, connection.path_params["hall"])
        elif caller.kind not in kinds:
            raise _refusal(caller, kinds)
        elif caller.halls is not None and connection.scope["path_template"] in ALL_HALLS:
            raise ForbiddenError("all_halls_only", "this is for administrators of all halls: ask one of them")
    except CentralError:
        if not (parts.config.open_pages and kinds == READERS and is_of_this_machine(connection)):
            raise
        connection.scope["user"] = Caller(READER, None, HERE)


def _find_caller(connection: Connection, kinds: frozenset[str], engine: Engine, now: datetime) -> Caller:
    """Return who sends the session or token of a request; raise TokenError when nobody does."""
    authorization = connection.headers.get("Authorization")
    if kinds & {HALL, PLATFORM}:
        return registry.caller(engine, authorization, now=now)
    token = (authorization or "").partition(" ")[2].strip()
    if not token:
        cookie = connection.cookies.get(cookie_name(connection), "")
        if not cookie:
            raise TokenError("token_missing", "sign in, or send a reader's token: Authorization: Bearer TOKEN")
        return session_of(engine, cookie, now=now)
    try:
        return holder_of(engine, token, now=now)
    except TokenError as unknown:
        try:
            return session_of(engine, token, now=now)
        except TokenError:
            raise unknown from None


def check_own_page(connection: Connection, _: BaseRouteHandler) -> None:
    """Raise ForbiddenError where another site's page wants to change something: browsers say which page asks."""
    if connection.scope.get("method") != "GET" and not is_from_our_pages(connection.headers, connection.url.scheme):
        raise ForbiddenError("foreign_page", "only the centre's own pages may change something")


def cookie_name(connection: Connection) -> str:
    """Return the name of the session's cookie."""
    return HTTPS_COOKIE if connection.url.scheme == "https" else COOKIE


def is_of_this_machine(connection: Connection) -> bool:
    """Return whether the address that was asked names this machine itself, and no proxy brings the request.

    Open pages are for who sits at it. A browser can be led here under a foreign page's name, which it then asks
    for. Through a proxy anybody may ask for any name: a proxy is known by what it adds.
    """
    if not FORWARDED.isdisjoint(connection.headers.keys()):
        return False
    try:
        return urlsplit(f"//{connection.headers.get('Host', '')}").hostname in LOOPBACK
    except ValueError:  # it is no address at all
        return False


def is_from_our_pages(headers: Mapping[str, str], scheme: str) -> bool:
    """Return whether our page or a program asks for a change; the headers reveal a page of another site.

    For a centre with HTTPS a page over plain HTTP is another site's: anybody on the way can write it.
    """
    site, origin = headers.get("Sec-Fetch-Site"), headers.get("Origin")
    if site:
        return site in {"same-origin", "none"}
    if origin is None:
        return True
    kind, _, host = origin.partition("://")
    return host == headers.get("Host") and (scheme != "https" or kind == "https")


def _refusal(caller: Caller, kinds: frozenset[str]) -> ForbiddenError:
    if kinds == {PLATFORM}:
        return ForbiddenError("not_the_platform", "only the ministry's platform brings requests here")
    if caller.kind in READERS:
        return ForbiddenError("not_an_administrator", "this access may not do this: ask an administrator")
    return ForbiddenError("not_a_reader", "this token does not read this: ask the administrator for one that does")
