"""Staff tokens and the sessions of browsers: what routes and stores both name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from hall.kernel.callers import Enrolled

TOKEN_LIFE = timedelta(days=90)
"""How long a staff token is good unless its maker sets another time."""
LINK_LIFE = timedelta(minutes=10)
"""How long a link for one use is good."""
SESSION_LIFE = timedelta(hours=12)


@dataclass(frozen=True)
class NewToken:
    """A staff token to be stored; the database keeps its hash only."""

    role: str
    name: str
    token_hash: str
    expires_at: datetime
    one_use: bool = False
    """Good for one browser session, and for nothing else."""


@dataclass(frozen=True)
class StaffToken:
    """A staff token as an administrator sees it."""

    id: str
    """The first letters of its hash: enough to name it, useless to sign in with."""
    role: str
    name: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    one_use: bool
    last_sign_in_at: datetime | None
    """When a browser last began a session with it."""
    open_sessions: int

    def state(self, at: datetime) -> str:
        """Return `valid`, `expired`, `used` (a link for one use) or `withdrawn`."""
        if self.revoked_at is not None:
            return "withdrawn"
        if self.one_use and self.last_sign_in_at is not None:
            return "used"
        return "valid" if at < self.expires_at else "expired"


class StaffAccess(Protocol):
    """Staff tokens and browser sessions within one piece of work."""

    def add(self, token: NewToken) -> None:
        """Store a token; the same token again changes what it is for and makes it valid again."""
        ...

    def tokens(self) -> Sequence[StaffToken]:
        """Return all tokens, the newest first."""
        ...

    def revoke(self, token_id: str) -> StaffToken | None:
        """Withdraw the token and end its sessions; None when no valid token has this id."""
        ...

    def owner_of(self, token_hash: str) -> Enrolled | None:
        """Return whose token or session hashes to this, while it is valid."""
        ...

    def begin_session(self, token_hash: str, session_hash: str, *, one_use_only: bool = False) -> Enrolled | None:
        """Begin a browser session by a token and return its owner; None when the token is not valid for that."""
        ...

    def end_session(self, session_hash: str) -> None:
        """End a browser session."""
        ...
