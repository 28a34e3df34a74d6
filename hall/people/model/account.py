"""Accounts of the hall's people: who may sign in to the pages in which role, and how somebody becomes ready to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from common.accounts.lock_out import LONGEST_WAIT, locked_until
from contracts.words.account_roles import ACCOUNT_ROLES

NAME = re.compile(r"[a-z][a-z0-9._-]{1,39}")
ROLES = ACCOUNT_ROLES
TRIES_OF_ALL = 50
"""Wrong tries in a row, from all addresses together, before the account itself has to wait."""
CONSOLE = "console"
"""Who acts on the command line of the hall's own machine; nobody's sign-in name."""
CENTRE = "centre"
"""Who is named as the one that added or changed an account of the centre's list."""
SET_UP_LIFE = timedelta(hours=24)
"""How long an invitation is good."""


@dataclass(frozen=True)
class Account:
    """One person's account; every secret only as its hash."""

    name: str
    """The sign-in name."""
    full_name: str
    role: str
    unit: str
    added_by: str
    added_at: datetime
    password: str | None = None
    authenticator: str | None = None
    """The authenticator's secret, sealed with the hall's key."""
    last_step: int = 0
    """The time step of the last code taken: each code is taken once."""
    wrong: int = 0
    """Wrong tries in a row."""
    locked_until: datetime | None = None
    set_up_code: str | None = None
    set_up_until: datetime | None = None
    ready_at: datetime | None = None
    """Since when password and authenticator are both proven."""
    ended_at: datetime | None = None
    issuer: str | None = None
    """The ministry's OpenID provider; None for an account of the hall."""
    subject: str | None = None
    """Who it is there, for ever."""
    centre_at: datetime | None = None
    """The instant, at the centre, of the list that named or ended this account; None for all other accounts."""
    centre_until: datetime | None = None
    """Until when the centre's word is believed without another list."""
    centre_code: str | None = None
    """The last invitation of the centre, as a hash: each works once."""
    locked_at: datetime | None = None
    """Since when this hall does not let a person of the centre in."""
    unit_unknown: bool = False
    """Whether the centre's list gives a directorate or an official that this hall does not have."""

    @property
    def of_ministry(self) -> bool:
        """Return whether the ministry's provider signs the person in, whose groups give the role."""
        return self.subject is not None

    @property
    def of_centre(self) -> bool:
        """Return whether the centre's list gives name and role, and ends the access."""
        return self.centre_at is not None

    @property
    def caller_name(self) -> str:
        """Return what facts and routes call the person: with the code of the unit in front where there is one."""
        return f"{self.unit}/{self.name}" if self.unit else self.name

    def state(self, at: datetime) -> str:
        """Return `ready`, `invited` (a code is out), `expired` (the code is too old) or `ended`.

        Of the centre's people also `locked_here`, `unit_unknown`, and `unconfirmed` while no list comes for too long.
        """
        if self.ended_at is not None:
            return "ended"
        if self.locked_at is not None:
            return "locked_here"
        if self.unit_unknown:
            return "unit_unknown"
        if self.is_unconfirmed(at):
            return "unconfirmed"
        if self.ready_at is not None:
            return "ready"
        return "invited" if self.is_invited(at) else "expired"

    def is_invited(self, at: datetime) -> bool:
        """Return whether a set-up code is out and good."""
        out = self.set_up_until is not None and at < self.set_up_until
        return out and self.ended_at is None and self.locked_at is None and not self.is_unconfirmed(at)

    def is_unconfirmed(self, at: datetime) -> bool:
        """Return whether the centre has not confirmed its person and the lease is over."""
        return self.centre_until is not None and at >= self.centre_until

    def wait_s(self, at: datetime) -> int:
        """Return for how many seconds no try is heard; 0 when one is."""
        # A clock that was set back does not make a lock last for years.
        if self.locked_until is None or not self.locked_until - LONGEST_WAIT <= at < self.locked_until:
            return 0
        return int((self.locked_until - at).total_seconds()) + 1

    def invited(self, code_hash: str, at: datetime) -> Account:
        """Return the account without its secrets, with a set-up code that is good for a day."""
        fresh = Account(self.name, self.full_name, self.role, self.unit, self.added_by, self.added_at)
        return replace(
            fresh, set_up_code=code_hash, set_up_until=at + SET_UP_LIFE, centre_at=self.centre_at,
            centre_until=self.centre_until, centre_code=self.centre_code, locked_at=self.locked_at,
        )  # fmt: skip

    def with_password(self, password: str, authenticator: str) -> Account:
        """Return the account with a password and an authenticator that is still to be proven."""
        return replace(self, password=password, authenticator=authenticator, last_step=0)

    def ready(self, step: int, at: datetime) -> Account:
        """Return the account whose authenticator has shown the code of `step`; the set-up code is spent."""
        return replace(
            self, ready_at=at, last_step=step, set_up_code=None, set_up_until=None, wrong=0, locked_until=None
        )

    def with_wrong_try(self, at: datetime) -> Account:
        """Return the account after one more try that counts as wrong until it proves right."""
        return replace(self, wrong=self.wrong + 1, locked_until=locked_until(self.wrong + 1 - TRIES_OF_ALL, at))

    def signed_in(self, step: int) -> Account:
        """Return the account after a right try, its code taken."""
        return replace(self, wrong=0, locked_until=None, last_step=step)

    def ended(self, at: datetime) -> Account:
        """Return the account of somebody who left."""
        return replace(self, ended_at=at, set_up_code=None, set_up_until=None)
