"""Access tokens of programs: made, listed, checked until they expire, and revoked.

A hall's token has no end: it works until the hall is revoked. All others expire.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, insert, or_, select, update

from central.access.path_table import ACTS, HALL, PLATFORM, READER
from central.audit.staff_acts import CONSOLE, note
from central.errors import ConfigError, NotFoundError, TokenError
from central.store.tables.halls import access_token

DAYS = 90
MOST_DAYS = 3650
USE_NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True)
class Caller:
    """Who sent a request: `kind` as in central.access.path_table, `name` of the person or token.

    `hall` is set for a hall's token only.

    A person's `kind` is the person's role, and `halls` are those that the person sees; None: all.
    """

    kind: str
    hall: str | None
    name: str = ""
    halls: frozenset[str] | None = None


@dataclass(frozen=True)
class ListedToken:
    """A token as the command line lists it; `state`: valid, expired or revoked."""

    name: str
    kind: str
    hall: str | None
    state: str
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None
    revoked_at: datetime | None


def new_reader_token(engine: Engine, name: str, *, now: datetime, acts: bool = False, days: int = DAYS) -> str:
    """Return a new token that reads pages; with `acts` it also releases from quarantine and enters training hours."""
    return _new_named(engine, ACTS if acts else READER, name, days, now)


def new_platform_token(engine: Engine, name: str, *, now: datetime, days: int = DAYS) -> str:
    """Return a new token for the ministry's platform: it brings requests for halls and follows them up."""
    return _new_named(engine, PLATFORM, name, days, now)


def insert_token(
    connection: Connection, kind: str, hall_id: str | None, name: str, *, now: datetime, expires_at: datetime | None
) -> str:
    """Store a new token's hash in the caller's transaction and return the token (256 random bits)."""
    token = secrets.token_hex(32)
    row = {"token_hash": hash_of(token), "kind": kind, "hall": hall_id, "name": name, "created_at": now}
    connection.execute(insert(access_token).values(row | {"expires_at": expires_at}))
    return token


def list_tokens(engine: Engine, *, now: datetime) -> Sequence[ListedToken]:
    """Return all tokens ever made, the oldest first."""
    query = select(access_token).order_by(access_token.c.created_at, access_token.c.name)
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(query).all()
    return [
        ListedToken(
            row.name, row.kind, row.hall, _state(row, now), row.created_at, row.expires_at, row.used_at, row.revoked_at
        )
        for row in rows
    ]


def revoke_named(engine: Engine, name: str, *, by: str = CONSOLE, now: datetime) -> int:
    """Revoke all valid tokens with this name, halls' excepted, and return how many; NotFoundError for none.

    Browser sessions that began with such a token end with it.
    """
    where = (access_token.c.name == name, access_token.c.kind != HALL, is_valid(now))
    with engine.begin() as connection:
        revoked = connection.execute(update(access_token).where(*where).values(revoked_at=now)).rowcount
        if not revoked:
            raise NotFoundError("token_unknown", f"no valid token has the name {name!r:.60}: list them with `tokens`")
        note(connection, "token_revoked", who=by, now=now, hall_id=None, detail=name)
    return revoked


def holder_of(engine: Engine, token: str, *, now: datetime) -> Caller:
    """Return who holds this access token; TokenError when it is unknown, expired or revoked."""
    query = select(access_token).where(access_token.c.token_hash == hash_of(token), is_valid(now))
    with engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise TokenError(
            "token_unknown",
            "this token is not known here, has expired or was revoked: enrol the hall again, or make a new token",
        )
    if row.kind != HALL and (row.used_at is None or now - row.used_at > USE_NOTED_EVERY):
        with engine.begin() as connection:
            mine = access_token.c.token_hash == row.token_hash
            connection.execute(update(access_token).where(mine).values(used_at=now))
    return Caller(row.kind, row.hall, row.name)


def hash_of(secret: str) -> str:
    """Return what is stored of a token or pairing code."""
    # 256 random bits need no slow hash; a code of 40 bits lives ten minutes and its tries are limited.
    return hashlib.sha256(secret.encode()).hexdigest()


def is_valid(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a token is neither revoked nor expired."""
    expires = access_token.c.expires_at
    return access_token.c.revoked_at.is_(None) & or_(expires.is_(None), expires > now)


def _new_named(engine: Engine, kind: str, name: str, days: int, now: datetime) -> str:
    if not 1 <= days <= MOST_DAYS:
        raise ConfigError(f"--days {days}: use 1 to {MOST_DAYS}")
    expires_at = now + timedelta(days=days)
    with engine.begin() as connection:
        detail = f"{name}: {kind}, until {expires_at:%Y-%m-%d}"
        note(connection, "token_made", who=CONSOLE, now=now, hall_id=None, detail=detail)
        return insert_token(connection, kind, None, name, now=now, expires_at=expires_at)


def _state(row: Row[Any], now: datetime) -> str:
    if row.revoked_at is not None:
        return "revoked"
    return "expired" if row.expires_at is not None and row.expires_at <= now else "valid"
