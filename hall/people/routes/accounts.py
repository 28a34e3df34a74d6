"""Accounts over HTTP: who manages them invites, changes and ends them; the invited set their own up."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import Annotated, Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, PathParameter

from common.accounts.codes import SET_UP_LETTERS, code_hash, new_code, recovery_codes
from common.accounts.passwords import PasswordError
from common.accounts.totp import provisioning_uri, shown_secret, step_of
from common.qr import qr_cells
from contracts.people.accounts import (
    AccountsView,
    AuthenticatorOffer,
    FirstCodeRequest,
    FirstPasswordRequest,
    Invitation,
    InviteRequest,
    NewPasswordRequest,
    RecoveryCodes,
    RoleRequest,
)
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.people.commands.accounts import (
    Invite,
    NewPassword,
    change_password,
    change_role,
    choose_password,
    end_account,
    invite,
    invite_again,
    invited_account,
    is_account_name,
    is_role,
    needs_unit,
    prove_authenticator,
)
from hall.people.model.account import Account
from hall.people.model.refusals import PasswordRefusedError
from hall.people.queries import accounts_view, roles_given_by
from hall.people.routes.password_check import (
    check_manages_role,
    check_own_password,
    count_password_try,
    forget_wrong,
    own_session,
)
from hall.people.routes.session_cookie import earlier_session, end_earlier, keep_cookie, new_cookie
from hall.people.work import PeopleWork
from hall.platform.security.authentication import COOKIE, session_hash
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.bodies import check_text
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from web.service.openapi import refusals

ISSUER = "Dawr"


def account_name(
    account: Annotated[str, PathParameter(description="The sign-in name of the account.")],
) -> str:
    """Return the path's account; what cannot be a name is found nowhere."""
    check_text(account, "account")
    return account[:100].lower()


@get("/accounts")
async def list_accounts(request: HallRequest) -> AccountsView:
    """Return the accounts of the hall, those that ended last."""
    role = request.caller.role.value
    return await request.ask(lambda work, now: accounts_view(role, work=work, now=now))


@post("/accounts")
async def invite_person(request: HallRequest, data: JSONBody[InviteRequest]) -> Invitation:
    """Give somebody an account; the answer holds the code to set it up, this once."""
    name = data.name.strip().lower()
    if not is_account_name(name):
        raise field_invalid("name", "expected 2 to 40 of a-z, 0-9, dot, - and _, a letter first")
    if not data.full_name.strip():
        raise field_invalid("full_name", "expected the person's name")
    _check_role(request, data.role, data.unit)
    code = new_code(SET_UP_LETTERS)
    command = Invite(name, data.full_name.strip(), data.role, data.unit.strip(), code_hash(code), request.caller.name)

    def run(work: PeopleWork, now: Moment) -> Account:
        return invite(command, work=work, now=now)

    return _invitation(request, await _done(request, run), code)


@post("/accounts/{account:str}/invite-again", status_code=200)
async def invite_person_again(request: HallRequest, account_name: NamedDependency[str]) -> Invitation:
    """Take password, authenticator and sessions of an account away and return a new code to set it up."""
    code, by = new_code(SET_UP_LETTERS), _who(request)

    def run(work: PeopleWork, now: Moment) -> Account:
        _check_manages(request, account_name, work)
        return invite_again(account_name, code_hash(code), by, work=work, now=now)

    invitation = _invitation(request, await _done(request, run), code)
    request.parts.security.authenticator.forget()
    return invitation


@post("/accounts/{account:str}/role", status_code=204)
async def change_account_role(
    request: HallRequest, account_name: NamedDependency[str], data: JSONBody[RoleRequest]
) -> None:
    """Give the owner of an account another role; the person signs in again."""
    _check_role(request, data.role, data.unit)
    by = _who(request)

    def run(work: PeopleWork, _now: Moment) -> Answer:
        _check_manages(request, account_name, work)
        change_role(account_name, data.role, data.unit.strip(), by, work=work)
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()


@post("/accounts/{account:str}/end", status_code=204)
async def end_person_account(request: HallRequest, account_name: NamedDependency[str]) -> None:
    """End somebody's access and sessions at once."""
    by = _who(request)

    def run(work: PeopleWork, now: Moment) -> Answer:
        _check_manages(request, account_name, work)
        end_account(account_name, by, work=work, now=now)
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()


@post("/accounts/first-password", status_code=200)
async def choose_first_password(request: HallRequest, data: JSONBody[FirstPasswordRequest]) -> AuthenticatorOffer:
    """Keep the password of somebody invited and offer an authenticator; wrong codes count by address."""
    count_password_try(request)
    name, code = data.name.strip().lower(), code_hash(data.code)
    await request.ask(lambda work, now: invited_account(name, code, work=work, now=now))
    await _check_password(request, data.password, name)
    hashed = await to_thread(request.parts.security.passwords.hashed, data.password, name)
    sealed = request.parts.security.secret.new_authenticator(name)

    def run(work: PeopleWork, now: Moment) -> Answer:
        choose_password(name, code, hashed, sealed, work=work, now=now)
        return NO_CONTENT

    await request.do(run)
    request.parts.limits.addresses.take_back(request.address)
    return _offer(request, name, sealed)


@post("/accounts/first-code", status_code=200)
async def prove_first_code(request: HallRequest, data: JSONBody[FirstCodeRequest]) -> Response[RecoveryCodes]:
    """Take the authenticator's first code: the account is ready, the browser signed in, the recovery codes told."""
    _count_try(request)
    name, code = data.name.strip().lower(), code_hash(data.code)
    secret = request.parts.security.secret
    cookie, codes, earlier = new_cookie(), recovery_codes(), earlier_session(request)

    def run(work: PeopleWork, now: Moment) -> Answer:
        sealed = invited_account(name, code, work=work, now=now).authenticator
        step = step_of(secret.authenticator(sealed, name), data.shown, now.at.timestamp(), after=0) if sealed else None
        ready = prove_authenticator(name, code, step, [code_hash(one) for one in codes], work=work, now=now)
        end_earlier(earlier, work)
        work.accounts.begin_session(ready, session_hash(cookie))
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()
    request.parts.limits.addresses.take_back(request.address)
    return keep_cookie(request, Response(RecoveryCodes(codes)), cookie)


@post("/accounts/me/password", status_code=204, responses=refusals(423))
async def change_own_password(request: HallRequest, data: JSONBody[NewPasswordRequest]) -> None:
    """Change one's own password, by the old one and a code; all other browsers are signed out."""
    known = await check_own_password(request, data.old, code_follows=True)
    await _check_password(request, data.new, known.name)
    hashed = await to_thread(request.parts.security.passwords.hashed, data.new, known.name)
    own = session_hash(request.cookies.get(COOKIE, ""))
    secret = request.parts.security.secret.authenticator(known.authenticator or "", known.name)

    def run(work: PeopleWork, now: Moment) -> Answer:
        step = step_of(secret, data.code, now.at.timestamp(), after=0)
        change_password(NewPassword(known, hashed, step, code_hash(data.code), own), work=work)
        return NO_CONTENT

    await request.do(run)
    forget_wrong(request, own_session(request))
    request.parts.security.authenticator.forget()


def _check_manages(request: HallRequest, name: str, work: PeopleWork) -> None:
    """Refuse who may not manage the account: only an administrator manages those of administrators."""
    known = work.accounts.find(name)
    if known is not None:
        check_manages_role(request.caller, known.role)


def _check_role(request: HallRequest, role: str, unit: str) -> None:
    if not is_role(role):
        raise field_invalid("role", f"expected one of {', '.join(roles_given_by('admin'))}")
    check_manages_role(request.caller, role)
    settings = request.parts.settings()
    if not needs_unit(role):
        if unit.strip():
            raise field_invalid("unit", "only a directorate or an official has one")
        return
    offered = settings.choices.directorates if role == "directorate" else settings.officials
    known = [one.code for one in offered]
    if unit.strip() not in known:
        raise field_invalid("unit", f"expected the code of a {role}: {', '.join(known) or 'this hall has none'}")


async def _done(request: HallRequest, command: Callable[[PeopleWork, Moment], Account]) -> Account:
    """Have the one writer do a command and return the account; its answer is stored nowhere: it holds a secret."""
    done: list[Account] = []

    def run(work: PeopleWork, now: Moment) -> Answer:
        done.append(command(work, now))
        return NO_CONTENT

    await request.do(run)
    return done[-1]


def _who(request: HallRequest) -> str:
    return request.caller.account or request.caller.name


async def _check_password(request: HallRequest, password: str, name: str) -> None:
    """Refuse what may be no password; off the event loop, as a list of leaked passwords is read from the disk."""
    try:
        await to_thread(request.parts.security.passwords.check, password, name)
    except PasswordError as error:
        raise PasswordRefusedError(error.detail) from None


def _count_try(request: HallRequest) -> None:
    """Count a try by address, so that a stranger does not try codes without end."""
    parts = request.parts
    parts.limits.addresses.count(request.address, parts.clock.now().monotonic_ns / 1e9)


def _invitation(request: HallRequest, account: Account, code: str) -> Invitation:
    enter = f"{str(request.base_url).rstrip('/')}/enter"
    if account.of_ministry or account.of_centre:
        return Invitation(account.name, "", enter, request.parts.clock.now().at)
    assert account.set_up_until is not None  # noqa: S101  # an invited account has one
    return Invitation(account.name, code, f"{enter}#invitation={account.name}:{code}", account.set_up_until)


def _offer(request: HallRequest, name: str, sealed: str) -> AuthenticatorOffer:
    secret = request.parts.security.secret.authenticator(sealed, name)
    uri = provisioning_uri(secret, name, ISSUER)
    return AuthenticatorOffer(uri, shown_secret(secret), qr_cells(uri))


HANDLERS: list[Any] = [
    list_accounts, invite_person, invite_person_again, change_account_role, end_person_account,
    choose_first_password, prove_first_code, change_own_password,
]  # fmt: skip
routes = Router(
    "/",
    route_handlers=HANDLERS,
    dependencies={"account_name": Provide(account_name, sync_to_thread=False)},
    tags=["accounts"],
)
