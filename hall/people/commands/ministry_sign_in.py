"""Begin sessions of people whom the ministry's OpenID provider has signed in; its groups give the role each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hall.kernel.moment import Moment
from hall.people.commands.accounts import AccountsWork
from hall.people.model.account import Account
from hall.people.model.facts import AccountChanged, StaffSignedIn

PROVIDER = "ministry"
"""Who is named as the one that added or changed an account of the ministry, and how somebody signed in."""
LONGEST_FULL_NAME = 200


@dataclass(frozen=True)
class MinistrySignIn:
    """Somebody whom the provider has signed in; `role` and `unit` are what the groups give, "" where they give none."""

    issuer: str
    subject: str
    name: str
    full_name: str
    role: str
    unit: str
    session_hash: str


def sign_in_of_ministry(who: MinistrySignIn, *, work: AccountsWork, now: Moment) -> str:
    """Begin a session and return "", or end all sessions of the person and return why: a refusal is a fact as well.

    `group_missing`: the groups give no role; `access_ended`: somebody who manages accounts ended this one.
    People are known by issuer and subject, never by a name.
    """
    everybody = work.accounts.all_to_change()
    known = next((one for one in everybody if (one.issuer, one.subject) == (who.issuer, who.subject)), None)
    if not who.role or (known is not None and known.ended_at is not None):
        return _refuse(who, known, "access_ended" if who.role else "group_missing", work)
    if known is None:
        account = _new(who, _free_name(who.name, everybody), now)
        work.record(AccountChanged(account.name, "added", PROVIDER, account.role))
    else:
        account = replace(known, role=who.role, unit=who.unit, full_name=_full_name(who))
        if (account.role, account.unit) != (known.role, known.unit):
            work.accounts.end_sessions(known.name)  # a session keeps the role that it began with
            work.record(AccountChanged(account.name, "role_changed", PROVIDER, account.role))
    work.accounts.keep(account)
    work.accounts.begin_session(account, who.session_hash)
    work.record(StaffSignedIn(account.caller_name, account.role, PROVIDER))
    return ""


def _refuse(who: MinistrySignIn, known: Account | None, reason: str, work: AccountsWork) -> str:
    if known is not None:
        work.accounts.end_sessions(known.name)
    work.record(AccountChanged(known.name if known else who.name, reason, PROVIDER, known.role if known else ""))
    return reason


def _new(who: MinistrySignIn, name: str, now: Moment) -> Account:
    return Account(
        name, _full_name(who), who.role, who.unit, PROVIDER, now.at,
        ready_at=now.at, issuer=who.issuer, subject=who.subject,
    )  # fmt: skip


def _full_name(who: MinistrySignIn) -> str:
    return who.full_name[:LONGEST_FULL_NAME] or who.name


def _free_name(wanted: str, everybody: Sequence[Account]) -> str:
    """Return the name, with a number behind it where it is somebody else's."""
    taken, name, number = {one.name for one in everybody}, wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted[:70]}-{number}"
    return name
