"""Follow the centre's list of people: who is on it has an account here, who is not on it any more is out.

The list is whole, so one that was missed does no harm. What the hall's own people decided stays: an account of the hall
is never joined with a person of the centre, and who was locked here stays locked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from contracts.centre.people_list import ListedPerson, PeopleList
from contracts.codec.reader import ContractError
from hall.kernel.moment import Moment
from hall.people.commands.accounts import AccountsWork, is_account_name, is_role
from hall.people.model.account import CENTRE, SET_UP_LIFE, Account
from hall.people.model.facts import AccountChanged

AHEAD = timedelta(hours=1)
"""How far ahead of the hall's clock a list may be: one of next month would refuse all lists until then."""
FitsUnit = Callable[[str, str], bool]
"""Says whether a role may have this unit in this hall."""


def follow_list(found: PeopleList, *, work: AccountsWork, now: Moment, fits_unit: FitsUnit) -> None:
    """Let the hall's accounts be as the list says; ContractError for one from before the newest taken, or ahead."""
    accounts = {one.name: one for one in work.accounts.all_to_change()}
    _check_instant(found.at, accounts.values(), now)
    until = now.at + timedelta(days=found.lease_days)
    for one in found.people:
        known = accounts.get(one.name)
        if not is_account_name(one.name) or (known is not None and not known.of_centre):
            continue
        if _has_role(one, fits_unit):
            _follow(one, known, found.at, until, work, now)
        elif is_role(one.role) and (known is None or known.ended_at is None):
            _keep_out(one, known, found.at, work, now)
    listed = {one.name for one in found.people}
    for account in accounts.values():
        if account.of_centre and account.ended_at is None and account.name not in listed:
            work.accounts.keep(replace(account.ended(now.at), centre_at=found.at))
            work.accounts.end_sessions(account.name)
            work.record(AccountChanged(account.name, "ended", CENTRE, account.role))


def _check_instant(at: datetime, accounts: Iterable[Account], now: Moment) -> None:
    if at > now.at + AHEAD:
        raise ContractError("at", f"the list is of {at.isoformat()}, the hall's clock says {now.at.isoformat()}")
    newest = max((one.centre_at for one in accounts if one.centre_at is not None), default=at)
    if at < newest:
        raise ContractError("at", f"the list is of {at.isoformat()}, the hall has one of {newest.isoformat()}")


def _has_role(one: ListedPerson, fits_unit: FitsUnit) -> bool:
    return is_role(one.role) and fits_unit(one.role, one.unit)


def _keep_out(one: ListedPerson, known: Account | None, at: datetime, work: AccountsWork, now: Moment) -> None:
    """Let nobody in whose unit this hall does not have now: who is still listed comes back with a list that fits."""
    account = known or Account(one.name, one.full_name, one.role, one.unit, CENTRE, now.at)
    account = replace(
        account, full_name=one.full_name, role=one.role, unit=one.unit, centre_at=at, centre_until=now.at,
        unit_unknown=True,
    )  # fmt: skip
    work.accounts.keep(account)
    work.accounts.end_sessions(account.name)
    if known is None:
        work.record(AccountChanged(account.name, "added", CENTRE, account.role))


def _follow(
    one: ListedPerson, known: Account | None, at: datetime, until: datetime, work: AccountsWork, now: Moment
) -> None:  # fmt: skip
    fresh = Account(one.name, one.full_name, one.role, one.unit, CENTRE, now.at)
    account = known or fresh
    if account.ended_at is not None and account.centre_at is not None and one.changed_at < account.centre_at:
        return  # the centre was restored from a copy of before the end
    act = "added" if known is None else ""
    if account.ended_at is not None:
        act = "brought_back"
    elif (account.role, account.unit) != (one.role, one.unit):
        act = "role_changed"
        work.accounts.end_sessions(one.name)  # a session keeps the role that it began with
    account = replace(
        account,
        full_name=one.full_name,
        role=one.role,
        unit=one.unit,
        ended_at=None,
        centre_at=at,
        centre_until=until,
        unit_unknown=False,
    )
    if one.code_hash and one.code_until is not None and one.code_hash != account.centre_code:
        account = replace(
            account.invited(one.code_hash, now.at), centre_code=one.code_hash,
            set_up_until=min(one.code_until, now.at + SET_UP_LIFE),
        )  # fmt: skip
        act = act or "invited_again"
        work.accounts.end_sessions(one.name)
    work.accounts.keep(account)
    if act in {"added", "invited_again"}:
        work.accounts.keep_recovery_codes(one.name, ())
    if act:
        work.record(AccountChanged(one.name, act, CENTRE, one.role))
