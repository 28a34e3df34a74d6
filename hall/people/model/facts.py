"""Facts of who came in and who may: the pages' sign-ins, readings of telephone numbers, acts on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hall.kernel.facts import Fact


@dataclass(frozen=True, slots=True)
class StaffSignedIn(Fact):
    """Somebody began a session on the hall's pages in this role; `how`: link, authenticator or recovery_code."""

    by: str
    role: str
    how: str = "link"


@dataclass(frozen=True, slots=True)
class StaffSignedOut(Fact):
    """Somebody ended the session on the hall's pages."""

    by: str
    role: str


@dataclass(frozen=True, slots=True)
class ConsoleActed(Fact):
    """Somebody did `act` to `subject` on the hall's command line; `by` is the account of the system."""

    act: str
    subject: str
    done_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class AccountChanged(Fact):
    """An account was invited, set up, given another role or ended: `act` says which, `role` is the one it has now."""

    account: str
    act: str
    by: str
    role: str


@dataclass(frozen=True, slots=True)
class AgentAccessChanged(Fact):
    """An agent got a PIN, chose another one or left: `act` is pin_given, pin_changed or ended."""

    agent: str
    act: str
    by: str


@dataclass(frozen=True, slots=True)
class SignInLocked(Fact):
    """After this many wrong tries in a row the next one of this sign-in name has to wait."""

    account: str
    tries: int


@dataclass(frozen=True, slots=True)
class SessionEnded(Fact):
    """Somebody ended a session of the pages: the own one elsewhere, or another person's."""

    name: str
    by: str
