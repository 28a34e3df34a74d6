"""Who a request comes from: a bearer token, or the cookie of a browser session; known tokens are remembered."""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from hall.kernel.callers import Enrolled
from hall.kernel.moment import Moment
from hall.platform.refusals import OriginRefusedError, TokenMissingError, TokenUnknownError
from hall.platform.security.access import DEVICE_ROLES, NOBODY, Caller, Role
from hall.platform.security.secret import token_hash

COOKIE = "dawr_session"
REMEMBERED = 2_000
REMEMBERED_S = 3.0
"""An administrator on the hall's own machine withdraws tokens in the database, past this process. With the two seconds
after which a live link looks again, a withdrawn token is gone within five."""
RENEWED_S = 1.5
"""A token that is used in its last seconds is asked for again beside the requests, and none of them waits for that."""
GATHERED_S = 0.2
"""Tokens that are used together are asked for again together, when their requests have been answered."""
OPEN_CALLER = Caller(Role.DIRECTORATE, "", NOBODY)
"""Stands for nobody on open paths; no open path looks at its role."""


def session_hash(cookie: str) -> str:
    """Return what the database keeps of a session's cookie; no token of a header or link has this hash."""
    return token_hash(f"session\n{cookie}")


def caller_of(owner: Enrolled, scope: str) -> Caller:
    """Return what the service goes by for a token's owner."""
    role = DEVICE_ROLES.get(owner.kind) or Role(owner.kind)
    return Caller(
        role, owner.device or owner.name, scope, owner.counter, owner.session, owner.account, owner.acted_at,
        owner.confirmed_at,
    )  # fmt: skip


@dataclass(frozen=True)
class _Known:
    """A caller who was looked up, believed until `until_s` of the monotonic clock."""

    caller: Caller
    until_s: float


class Authenticator:
    """Finds the caller of a request; `look_up` asks the database for a token's hash, or raises one of `away`."""

    def __init__(
        self,
        look_up: Callable[[str], Awaitable[Enrolled | None]],
        away: tuple[type[Exception], ...] = (),
    ) -> None:
        self._away = away
        self._look_up = look_up
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._forgotten = 0
        self._ageing: set[str] = set()
        self._renewing: set[asyncio.Task[None]] = set()

    async def of_token(self, token: str, now: Moment) -> Caller:
        """Return the token's owner; raise TokenUnknownError."""
        return await self._of_hash(token_hash(token), now)

    async def of_request(
        self, headers: Mapping[str, str], cookie: str | None, now: Moment, *, unsafe: bool, scheme: str = ""
    ) -> Caller:
        """Return the caller by `Authorization`, else by cookie (with which a command must come from our own page)."""
        kind, _, token = headers.get("authorization", "").partition(" ")
        if token.strip():
            if kind.lower() != "bearer":
                raise TokenUnknownError("the Authorization header must be: Bearer TOKEN")
            return await self.of_token(token.strip(), now)
        if not cookie:
            raise TokenMissingError("this path needs a token: Authorization: Bearer TOKEN")
        caller = await self._of_session(cookie, now)
        if unsafe and not is_same_origin(headers, scheme):
            raise OriginRefusedError("a command that comes with the cookie must come from a page of this hall")
        return caller

    async def still_knows(self, caller: Caller, now: Moment) -> bool:
        """Return whether a caller may stay: his token is not withdrawn, and his session is at the same counter."""
        try:
            known = await self._of_hash(caller.scope, now)
        except TokenUnknownError:
            return False
        return known.counter == caller.counter

    def forget(self) -> None:
        """Ask the database again for each token: one was withdrawn."""
        self._known.clear()
        self._forgotten += 1

    async def _of_session(self, cookie: str, now: Moment) -> Caller:
        try:
            return await self._of_hash(session_hash(cookie), now)
        except TokenUnknownError:
            raise TokenUnknownError("the browser's session is over: open your link to the hall's pages again") from None

    async def _of_hash(self, hashed: str, now: Moment) -> Caller:
        now_s = now.monotonic_ns / 1e9
        known = self._known.get(hashed)
        if known is not None and now_s < known.until_s:
            if known.until_s - now_s < RENEWED_S:
                self._renew_soon(hashed, now_s)
            return known.caller
        return await self._looked_up(hashed, now_s)

    async def _looked_up(self, hashed: str, now_s: float) -> Caller:
        asked_at = self._forgotten
        owner = await self._look_up(hashed)
        if owner is None:
            self._known.pop(hashed, None)
            raise TokenUnknownError("the token is not, or no longer, one of this hall")
        caller = caller_of(owner, hashed)
        # A token that was withdrawn while the database was asked must not be remembered.
        if asked_at == self._forgotten:
            self._known[hashed] = _Known(caller, now_s + REMEMBERED_S)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return caller

    def _renew_soon(self, hashed: str, now_s: float) -> None:
        if not self._ageing:
            # A task and no timer: a loop that ends cancels its tasks, but a timer may still begin one after that.
            task = asyncio.ensure_future(self._renew_together(now_s))
            self._renewing.add(task)
            task.add_done_callback(self._renewing.discard)
        self._ageing.add(hashed)

    async def _renew_together(self, now_s: float) -> None:
        await asyncio.sleep(GATHERED_S)
        ageing, self._ageing = self._ageing, set()
        await asyncio.gather(*(self._renew(hashed, now_s) for hashed in ageing))

    async def _renew(self, hashed: str, now_s: float) -> None:
        # What goes wrong is said to the next request that asks for itself: until then the token is believed as it was.
        with contextlib.suppress(TokenUnknownError, *self._away):
            await self._looked_up(hashed, now_s)


def is_same_origin(headers: Mapping[str, str], scheme: str) -> bool:
    """Return whether a request comes from a page of this hall; for an HTTPS hall a page over plain HTTP does not."""
    kind, _, host = headers.get("origin", "").partition("://")
    return host == headers.get("host", "-") and (scheme != "https" or kind == "https")
