"""Accounts of the hall's people: who may sign in to the pages in which role, and how somebody becomes ready to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from common.accounts.lock_out import LONGEST_WAIT, locked_until

NAME = re.compile(r"[a-z][a-z0-9._-]{1,39}")
ROLES = ("head", "admin", "reception", "analyst", "auditor", "call_centre", "directorate", "official")
WITH_UNIT = frozenset({"directorate", "official"})
"""Roles that work for one directorate, or as one official: the account names its code as `unit`."""
TRIES_OF_ALL = 50
"""Wrong tries in a row, from all addresses together, before the account itself has to wait."""
CONSOLE = "console"
"""Who acts on the command line of the hall's own machine; nobody's sign-in name."""
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

    @property
    def of_ministry(self) -> bool:
        """Return whether the ministry's provider signs the person in, whose groups give the role."""
        return self.subject is not None

    @property
    def caller_name(self) -> str:
        """Return what facts and routes call the person: with the code of the unit in front where there is one."""
        return f"{self.unit}/{self.name}" if self.unit else self.name

    def state(self, at: datetime) -> str:
        """Return `ready`, `invited` (a code is out), `expired` (the code is too old) or `ended`."""
        if self.ended_at is not None:
            return "ended"
        if self.ready_at is not None:
            return "ready"
        return "invited" if self.is_invited(at) else "expired"

    def is_invited(self, at: datetime) -> bool:
        """Return whether a set-up code is out and good."""
        return self.ended_at is None and self.set_up_until is not None and at < self.set_up_until

    def wait_s(self, at: datetime) -> int:
        """Return for how many seconds no try is heard; 0 when one is."""
        # A clock that was set back does not make a lock last for years.
        if self.locked_until is None or not self.locked_until - LONGEST_WAIT <= at < self.locked_until:
            return 0
        return int((self.locked_until - at).total_seconds()) + 1

    def invited(self, code_hash: str, at: datetime) -> Account:
        """Return the account without its secrets, with a set-up code that is good for a day."""
        return Account(
            self.name, self.full_name, self.role, self.unit, self.added_by, self.added_at,
            set_up_code=code_hash, set_up_until=at + SET_UP_LIFE,
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
