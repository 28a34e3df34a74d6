"""What routes and stores both name of a command's caller: whose token, which key, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Answer:
    """What a command leaves for its client and for a repetition under the same key: a status and JSON."""

    status: int
    body: bytes


@dataclass(frozen=True)
class Key:
    """An idempotency key: whose, which, and the digest of method, path and body it came with."""

    scope: str
    key: str
    digest: str


@dataclass(frozen=True)
class Enrolled:
    """A token's owner as the database knows it; `kind` is a device kind, `agent`, or a staff role."""

    kind: str
    name: str
    counter: int | None = None
    session: str | None = None
    device: str | None = None
    account: str | None = None
    """The sign-in name of who signed in with an account of his own."""
    acted_at: datetime | None = None
    """When the session of an account last did something."""
    confirmed_at: datetime | None = None
    """When the owner of the account's session last gave the password."""
