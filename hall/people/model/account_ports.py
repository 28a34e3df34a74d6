"""What commands about accounts need from the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from hall.people.model.account import Account


@dataclass(frozen=True)
class OpenSession:
    """A browser in which somebody is signed in."""

    id: str
    """The first letters of its hash: enough to name it."""
    name: str
    role: str
    account: str | None
    """The account it was begun with; None for a session begun by a link."""
    begun_at: datetime
    acted_at: datetime | None
    """When it last did something; only accounts' sessions have it."""
    expires_at: datetime


class Accounts(Protocol):
    """The accounts of a hall, their recovery codes and their sessions, within one piece of work."""

    def find(self, name: str) -> Account | None:
        """Return the account of this sign-in name."""
        ...

    def find_to_change(self, name: str) -> Account | None:
        """Return the account of this sign-in name; others who want to change it wait until this work is done."""
        ...

    def all(self) -> Sequence[Account]:
        """Return all accounts by name."""
        ...

    def all_to_change(self) -> Sequence[Account]:
        """Return all accounts by name; others who want to change one wait until this work is done."""
        ...

    def add(self, account: Account) -> None:
        """Store a new account; AccountTakenError where the name has one, also one that was added at the same time."""
        ...

    def keep(self, account: Account) -> None:
        """Store an account, new or changed."""
        ...

    def keep_recovery_codes(self, name: str, hashes: Sequence[str]) -> None:
        """Give somebody these recovery codes in the place of all earlier ones."""
        ...

    def spend_recovery_code(self, name: str, code_hash: str) -> bool:
        """Spend a recovery code; return False for one that is not there or was used."""
        ...

    def recovery_codes_left(self, name: str) -> int:
        """Return how many recovery codes somebody has left."""
        ...

    def begin_session(self, account: Account, session_hash: str) -> None:
        """Begin a browser session."""
        ...

    def renew_session(self, session_hash: str, new_hash: str) -> None:
        """Let a session go on under another token, and note that its owner has just given the password."""
        ...

    def note_act(self, session_hash: str) -> None:
        """Note that a session has just done something."""
        ...

    def sessions(self, account: str | None = None) -> Sequence[OpenSession]:
        """Return the open sessions, of one account or of all people, the newest first."""
        ...

    def signed_in_last(self) -> Mapping[str, datetime]:
        """Return when somebody signed in last, by account, as far as sessions are kept."""
        ...

    def end_sessions(self, account: str) -> int:
        """End all sessions of an account; return how many there were."""
        ...

    def end_session_by_id(self, session_id: str, account: str | None = None) -> OpenSession | None:
        """End the open session of this id, of one account or of anybody; None where there is none."""
        ...


class HasAccounts(Protocol):
    """Gives the accounts."""

    @property
    def accounts(self) -> Accounts:
        """The accounts."""
        ...
