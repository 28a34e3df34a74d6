"""Checks of passwords and of who manages whom, for the routes of accounts and sessions."""

from __future__ import annotations

from asyncio import to_thread

from common.accounts.strangers import Strangers
from hall.people.commands.second_factor import REFUSED
from hall.people.model.account import Account
from hall.people.model.refusals import NoPasswordError, SignInRefusedError
from hall.people.queries import roles_given_by
from hall.platform.refusals import RoleRefusedError, SignInLockedError
from hall.platform.security.access import Caller
from hall.platform.web.dependencies import DependencyKey
from hall.platform.web.request import HallRequest

WRONG_TRIES = DependencyKey[Strangers]("wrong_tries")
"""Wrong sign-ins by name and address, and wrong confirmations by session: nobody is kept out by somebody else's."""

UNKNOWN_NAMES = DependencyKey[Strangers]("unknown_names")
"""Wrong sign-ins of names that nobody has, from all addresses: such a name waits as an account does."""


def count_password_try(request: HallRequest) -> None:
    """Count a slow check of a password by address, so that nobody keeps the machine busy with them."""
    parts = request.parts
    parts.limits.passwords.count(request.address, parts.clock.now().monotonic_ns / 1e9)


def count_wrong(request: HallRequest, subject: str) -> None:
    """Count a try as wrong until it proves right; raise SignInLockedError while its subject has to wait."""
    now = request.parts.clock.now().at
    until = request.parts.get(WRONG_TRIES).count(subject, now)
    if until is not None:
        raise locked(int((until - now).total_seconds()) + 1)


def forget_wrong(request: HallRequest, subject: str) -> None:
    """Forget the wrong tries of a subject after a right one."""
    request.parts.get(WRONG_TRIES).forget(subject)


def locked(wait_s: int) -> SignInLockedError:
    """Return the refusal of a try that is not heard."""
    return SignInLockedError(f"too many wrong tries; the next one is heard in {wait_s} s", retry_after_s=wait_s)


def own_session(request: HallRequest) -> str:
    """Return under which subject wrong confirmations of the caller's session count."""
    return f"session {request.caller.scope}"


async def check_own_password(request: HallRequest, password: str, *, code_follows: bool = False) -> Account:
    """Return the caller's account if this is its password; wrong ones count for the session, not for the account.

    Where a code follows, the try counts as wrong until the caller of this function forgets it.
    """
    name = request.caller.account
    if name is None:
        raise NoPasswordError("this session was begun by a link: it has no password")
    subject = own_session(request)
    count_password_try(request)
    count_wrong(request, subject)
    known: Account | None = await request.ask(lambda work, _now: work.accounts.find(name))
    if known is not None and known.of_ministry:
        raise NoPasswordError("the ministry's account has no password here: sign in with it again")
    right = await to_thread(request.parts.security.passwords.match, known.password if known else None, password, name)
    if known is None or not right:
        raise SignInRefusedError(REFUSED)
    if not code_follows:
        forget_wrong(request, subject)
    return known


def check_manages_role(caller: Caller, role: str) -> None:
    """Refuse who may not manage accounts of this role: only an administrator manages those of administrators."""
    if role not in roles_given_by(caller.role.value):
        raise RoleRefusedError("only an administrator manages the accounts of administrators")
