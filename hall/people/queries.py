"""Accounts and sessions as the pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from contracts.centre.outbox_entry import encode_body
from contracts.centre.people_list import HallPerson
from contracts.codec.reader import to_json
from contracts.people.accounts import AccountsView, AccountView, BrowserSession, BrowserSessions
from hall.kernel.moment import Moment
from hall.people.model.account import ROLES, Account
from hall.people.model.account_ports import HasAccounts

MOST_BYTES = 24 * 1024
"""Of accounts in a heartbeat, which is a message of 64 KiB at most."""


def accounts_view(role: str, *, work: HasAccounts, now: Moment) -> AccountsView:
    """Return all accounts, those that ended last; `role` is that of who looks."""
    open_sessions: dict[str, int] = {}
    for session in work.accounts.sessions():
        if session.account is not None:
            open_sessions[session.account] = open_sessions.get(session.account, 0) + 1
    shown = sorted(work.accounts.all(), key=lambda one: (one.ended_at is not None, one.name))
    return AccountsView(
        tuple(_view(one, open_sessions.get(one.name, 0), work, now) for one in shown), roles_given_by(role)
    )


def roles_given_by(role: str) -> tuple[str, ...]:
    """Return the roles that somebody of this role may give: only an administrator makes administrators."""
    return ROLES if role == "admin" else tuple(one for one in ROLES if one != "admin")


def sessions_view(account: str | None, own: str, *, work: HasAccounts, now: Moment) -> BrowserSessions:
    """Return the open sessions of one account, or all; `own` is the hash of the session that asks."""
    return BrowserSessions(
        now.at,
        tuple(
            BrowserSession(
                one.id, one.name, one.role, one.begun_at, one.acted_at, one.expires_at, own.startswith(one.id)
            )
            for one in work.accounts.sessions(account)
        ),
    )


def people_for_centre(*, work: HasAccounts, now: Moment) -> tuple[HallPerson, ...]:
    """Return the accounts that have not ended, for the centre's directory."""
    seen = work.accounts.signed_in_last()
    return tuple(
        HallPerson(one.name, one.full_name, one.role, one.state(now.at), one.of_centre, seen.get(one.name))
        for one in work.accounts.all()
        if one.ended_at is None
    )


def that_fit(people: Sequence[HallPerson]) -> tuple[HallPerson, ...]:
    """Return the first of these people, as many as a heartbeat has room for."""
    sizes = accumulate(len(encode_body(to_json(one))) + 1 for one in people)
    return tuple(one for one, size in zip(people, sizes, strict=True) if size <= MOST_BYTES)


def _view(one: Account, sessions: int, work: HasAccounts, now: Moment) -> AccountView:
    locked = one.locked_until if one.wait_s(now.at) else None
    return AccountView(
        one.name, one.full_name, one.role, one.unit, one.state(now.at), one.added_by, one.added_at, one.ready_at,
        one.ended_at, locked, sessions, work.accounts.recovery_codes_left(one.name), one.of_ministry,
        one.of_centre, one.centre_until,
    )  # fmt: skip
