"""Sign somebody in by name, password and authenticator, and ask for the password again after a pause."""

from __future__ import annotations

from dataclasses import dataclass

from hall.kernel.moment import Moment
from hall.people.commands.accounts import AccountsWork
from hall.people.commands.second_factor import REFUSED, take_code
from hall.people.model.account import Account
from hall.people.model.facts import SignInLocked, StaffSignedIn
from hall.people.model.refusals import (
    AccountUnconfirmedError,
    AccountUnitUnknownError,
    LockedHereError,
    SignInRefusedError,
)


@dataclass(frozen=True)
class RightPassword:
    """Somebody typed the right password; `step` is the step of the authenticator's code, None if the code is wrong."""

    known: Account
    """The account as it was when the password was checked."""
    step: int | None
    recovery_hash: str
    """Of what was typed as code: it may be a recovery code."""
    session_hash: str

    @property
    def second_factor(self) -> str:
        """Return what was shown beside the password: `authenticator` or `recovery_code`."""
        return "recovery_code" if self.step is None else "authenticator"


def begin_try(name: str, *, work: AccountsWork, now: Moment) -> Account | None:
    """Count a try as wrong until it proves right and return the account as it was; None where nobody is ready.

    The caller looks at `Account.wait_s` first: a try that is not heard does not count.
    """
    account = work.accounts.find_to_change(name)
    if account is None or account.ready_at is None or account.ended_at is not None:
        return None
    counted = account.with_wrong_try(now.at)
    work.accounts.keep(counted)
    if counted.locked_until is not None:
        work.record(SignInLocked(name, counted.wrong))
    return account


def finish_sign_in(command: RightPassword, *, work: AccountsWork, now: Moment) -> Account:
    """Begin the session; raise SignInRefusedError for a wrong or used code, or an account that changed meanwhile.

    A person of the centre who has proven all is refused by LockedHereError, or after the lease by
    AccountUnconfirmedError or AccountUnitUnknownError.
    """
    known = command.known
    account = work.accounts.find_to_change(known.name)
    if account is None or (account.ready_at, account.password) != (known.ready_at, known.password) or account.ended_at:
        raise SignInRefusedError(REFUSED)
    taken = take_code(account, command.step, command.recovery_hash, work=work)
    _check_centre(account, now)
    signed_in = account.signed_in(taken.last_step)
    work.accounts.keep(signed_in)
    work.accounts.begin_session(signed_in, command.session_hash)
    work.record(StaffSignedIn(signed_in.caller_name, signed_in.role, command.second_factor))
    return signed_in


def _check_centre(account: Account, now: Moment) -> None:
    if account.locked_at is not None:
        raise LockedHereError("this hall has locked the account: ask the hall head")
    if account.unit_unknown:
        raise AccountUnitUnknownError(f"this hall has no directorate or official {account.unit}: ask the hall head")
    if account.is_unconfirmed(now.at):
        raise AccountUnconfirmedError(
            "the centre has not confirmed this account for too long: connect the hall to the centre and wait a minute, "
            "or let somebody with an account of the hall sign in"
        )


def confirm(known: Account, session_hash: str, new_hash: str, *, work: AccountsWork) -> None:
    """Let a session act again, under a new token, after its owner typed the right password."""
    account = work.accounts.find_to_change(known.name)
    if account is None or account.password != known.password or account.ended_at:
        raise SignInRefusedError(REFUSED)
    work.accounts.keep(account.signed_in(account.last_step))
    work.accounts.renew_session(session_hash, new_hash)
