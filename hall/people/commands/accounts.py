"""Manage accounts: invite, change the role, take the access away; and set the own one up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from contracts.words.account_roles import WITH_UNIT
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.people.commands.second_factor import take_code
from hall.people.model.account import CONSOLE, NAME, ROLES, Account
from hall.people.model.account_ports import HasAccounts
from hall.people.model.facts import AccountChanged
from hall.people.model.refusals import (
    AccountUnknownError,
    AuthenticatorWrongError,
    LastAdministratorError,
    NotOneselfError,
    RoleOfCentreError,
    RoleOfGroupsError,
    SetUpRefusedError,
    SignInRefusedError,
)

MANAGERS = frozenset({"head", "admin"})
"""Roles that manage accounts; one of them must always be able to sign in."""


class AccountsWork(HasAccounts, RecordsFacts, Protocol):
    """What commands about accounts see and change."""


@dataclass(frozen=True)
class Invite:
    """Give somebody an account; the set-up code goes to the person, the hall keeps its hash."""

    name: str
    full_name: str
    role: str
    unit: str
    code_hash: str
    by: str


def invite(command: Invite, *, work: AccountsWork, now: Moment) -> Account:
    """Add an account whose owner sets it up with the code; raise AccountTakenError."""
    fresh = Account(command.name, command.full_name, command.role, command.unit, command.by, now.at)
    invited = fresh.invited(command.code_hash, now.at)
    work.accounts.add(invited)
    work.record(AccountChanged(command.name, "invited", command.by, command.role))
    return invited


def invite_again(name: str, code_hash: str, by: str, *, work: AccountsWork, now: Moment) -> Account:
    """Take password, authenticator and sessions away and let a new code set the account up, also an ended one.

    Somebody of the ministry's account, or of the centre, only comes in again: the hall gives no code.
    """
    everybody = work.accounts.all_to_change()
    account = _of_name(name, everybody)
    if by == name:
        raise NotOneselfError("nobody invites himself again: another person who manages accounts does")
    if account.of_ministry:
        again = replace(account, ended_at=None)
        work.accounts.keep(again)
        work.record(AccountChanged(name, "invited_again", by, account.role))
        return again
    if account.of_centre:
        unlocked = replace(account, locked_at=None)
        work.accounts.keep(unlocked)
        work.record(AccountChanged(name, "unlocked", by, account.role))
        return unlocked
    if by != CONSOLE:
        _keep_a_manager(account, everybody)
    invited = account.invited(code_hash, now.at)
    work.accounts.keep(invited)
    work.accounts.keep_recovery_codes(name, ())
    work.accounts.end_sessions(name)
    work.record(AccountChanged(name, "invited_again", by, account.role))
    return invited


def end_account(name: str, by: str, *, work: AccountsWork, now: Moment) -> Account:
    """End somebody's access and sessions at once; a person of the centre is locked here.

    Raise NotOneselfError and LastAdministratorError.
    """
    everybody = work.accounts.all_to_change()
    account = _of_name(name, everybody)
    if name == by:
        raise NotOneselfError("nobody ends the own account: another person who manages accounts does")
    _keep_a_manager(account, everybody)
    ended = replace(account, locked_at=now.at) if account.of_centre else account.ended(now.at)
    work.accounts.keep(ended)
    work.accounts.end_sessions(name)
    work.record(AccountChanged(name, "locked" if account.of_centre else "ended", by, account.role))
    return ended


def change_role(name: str, role: str, unit: str, by: str, *, work: AccountsWork) -> Account:
    """Give somebody another role; the person signs in again with it."""
    everybody = work.accounts.all_to_change()
    account = _of_name(name, everybody)
    if name == by:
        raise NotOneselfError("nobody changes the own role: another person who manages accounts does")
    if account.of_ministry:
        raise RoleOfGroupsError("the groups of the ministry's account give this role: change them there")
    if account.of_centre:
        raise RoleOfCentreError("the centre gives this person the role: change it there, or lock the account here")
    if role not in MANAGERS:
        _keep_a_manager(account, everybody)
    changed = replace(account, role=role, unit=unit)
    work.accounts.keep(changed)
    work.accounts.end_sessions(name)
    work.record(AccountChanged(name, "role_changed", by, role))
    return changed


def invited_account(name: str, code_hash: str, *, work: HasAccounts, now: Moment) -> Account:
    """Return the account that this set-up code is for; raise SetUpRefusedError."""
    return _invited(work.accounts.find(name), code_hash, now)


def _invited(account: Account | None, code_hash: str, now: Moment) -> Account:
    if account is None or account.set_up_code != code_hash or not account.is_invited(now.at):
        raise SetUpRefusedError("name or set-up code is wrong, used or older than a day: ask for a new invitation")
    return account


def choose_password(
    name: str, code_hash: str, password_hash: str, authenticator: str, *, work: AccountsWork, now: Moment
) -> Account:
    """Keep a first password and offer an authenticator with this sealed secret."""
    known = _invited(work.accounts.find_to_change(name), code_hash, now)
    account = known.with_password(password_hash, authenticator)
    work.accounts.keep(account)
    return account


def prove_authenticator(
    name: str, code_hash: str, step: int | None, recovery: Sequence[str], *, work: AccountsWork, now: Moment
) -> Account:
    """Spend the set-up code; `step` is that of the code shown, None for a wrong one."""
    account = _invited(work.accounts.find_to_change(name), code_hash, now)
    if step is None or account.password is None:
        raise AuthenticatorWrongError("this is not the authenticator's code: wait for the next one, check its clock")
    ready = account.ready(step, now.at)
    work.accounts.keep(ready)
    work.accounts.keep_recovery_codes(name, recovery)
    work.record(AccountChanged(name, "set_up", name, account.role))
    return ready


@dataclass(frozen=True)
class NewPassword:
    """Somebody who gave the old password and a code chose another one; `step` and `code_hash` as in `take_code`."""

    known: Account
    """The account as it was when the old password was checked."""
    password_hash: str
    step: int | None
    code_hash: str
    kept_session: str
    """The hash of the session that goes on."""


def change_password(new: NewPassword, *, work: AccountsWork) -> None:
    """Give somebody the new password he chose, unless the account changed meanwhile; all other sessions end."""
    known = new.known
    account = work.accounts.find_to_change(known.name)
    if account is None or account.password != known.password or account.ended_at is not None:
        raise SignInRefusedError("the account was changed meanwhile: sign in again")
    taken = take_code(account, new.step, new.code_hash, work=work)
    work.accounts.keep(replace(taken, password=new.password_hash))
    for session in work.accounts.sessions(known.name):
        if not new.kept_session.startswith(session.id):
            work.accounts.end_session_by_id(session.id, known.name)
    work.record(AccountChanged(known.name, "password_changed", known.name, account.role))


def is_account_name(name: str) -> bool:
    """Return whether this may be a sign-in name: 2 to 40 of a-z, 0-9, dot, - and _, a letter first."""
    return NAME.fullmatch(name) is not None and name != CONSOLE


def needs_unit(role: str) -> bool:
    """Return whether accounts of this role name a directorate or an official."""
    return role in WITH_UNIT


def is_role(role: str) -> bool:
    """Return whether accounts may have this role."""
    return role in ROLES


def _of_name(name: str, everybody: Sequence[Account]) -> Account:
    known = next((one for one in everybody if one.name == name), None)
    if known is None:
        raise AccountUnknownError(f"nobody has an account of the name {name!r:.60}")
    return known


def _keep_a_manager(leaving: Account, everybody: Sequence[Account]) -> None:
    """Raise LastAdministratorError if nobody else who can sign in could manage the accounts.

    Accounts of the ministry or the centre do not count: when its provider is down, or no list comes, they are out.
    """
    able = [
        one.name for one in everybody
        if one.role in MANAGERS and one.ready_at and not (one.ended_at or one.of_ministry or one.of_centre)
    ]  # fmt: skip
    if able == [leaving.name]:
        detail = f"{leaving.name} is the only one who can manage accounts: first let another one set an account up"
        raise LastAdministratorError(detail)
