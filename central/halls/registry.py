"""Halls that the centre knows, with their tokens and pairing codes."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, insert, select, update

from central.access.path_table import HALL
from central.access.tokens import Caller, hash_of, holder_of, insert_token
from central.audit.staff_acts import CONSOLE, note
from central.config import HALL_NAME, check_hall
from central.errors import ForbiddenError, NotFoundError, TokenError
from central.store.tables.halls import access_token, hall, pairing_code

PAIRING = "pairing code"
"""Who made a token that a hall got for its pairing code."""
CODE_LIFE = timedelta(minutes=10)
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O, U, so that a code can be read aloud."""


def add_hall(engine: Engine, hall_id: str, names: dict[str, str], *, now: datetime) -> None:
    """Make a hall known, or give a known one its new names."""
    check_hall(hall_id)
    with engine.begin() as connection:
        if names:
            updated = connection.execute(update(hall).where(hall.c.hall == hall_id).values(names=names)).rowcount
        else:
            updated = connection.execute(select(hall.c.hall).where(hall.c.hall == hall_id)).first() is not None
        if not updated:
            connection.execute(insert(hall).values(hall=hall_id, names=names, created_at=now))


def new_hall_token(engine: Engine, hall_id: str, name: str, *, now: datetime) -> str:
    """Return a fresh token for a known hall (256 bits, told this once, stored as its hash); NotFoundError else."""
    with engine.begin() as connection:
        _require(connection, hall_id)
        return _new_token(connection, hall_id, name, by=CONSOLE, now=now)


def revoke_tokens(engine: Engine, hall_id: str, *, now: datetime) -> int:
    """End all tokens of a known hall at once and return how many."""
    where = (access_token.c.hall == hall_id, access_token.c.revoked_at.is_(None))
    with engine.begin() as connection:
        _require(connection, hall_id)
        revoked = connection.execute(update(access_token).where(*where).values(revoked_at=now)).rowcount
        note(connection, "token_revoked", who=CONSOLE, now=now, hall_id=hall_id, detail=str(revoked))
        return revoked


def new_pairing_code(engine: Engine, hall_id: str, *, now: datetime) -> tuple[str, datetime]:
    """Return a pairing code for a known hall (8 characters, one use) and when it dies."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(8))
    expires_at = now + CODE_LIFE
    with engine.begin() as connection:
        _require(connection, hall_id)
        row = {"code_hash": hash_of(code), "hall": hall_id, "expires_at": expires_at}
        connection.execute(insert(pairing_code).values(row))
    return code, expires_at


def enrol(engine: Engine, code: str, *, now: datetime) -> tuple[str, str]:
    """Spend a pairing code and return (hall, token); TokenError when it is unknown, used or too old, all alike."""
    spent = (
        update(pairing_code)
        .where(pairing_code.c.code_hash == hash_of(_plain(code)))
        .where(pairing_code.c.used_at.is_(None), pairing_code.c.expires_at > now)
        .values(used_at=now)
        .returning(pairing_code.c.hall)
    )
    with engine.begin() as connection:
        hall_id: str | None = connection.execute(spent).scalar_one_or_none()
        if hall_id is None:
            detail = "the pairing code is wrong, used or older than ten minutes: ask for a new one"
            raise TokenError("code_refused", detail)
        return hall_id, _new_token(connection, hall_id, "paired", by=PAIRING, now=now)


def require_known(engine: Engine, hall_id: str) -> None:
    """Raise NotFoundError unless the hall is known here."""
    with engine.connect().execution_options(read_only=True) as connection:
        _require(connection, hall_id)


def caller(engine: Engine, authorization: str | None, *, now: datetime) -> Caller:
    """Return who holds the bearer token; raise TokenError when nobody does."""
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise TokenError("token_missing", "send the header: Authorization: Bearer TOKEN")
    return holder_of(engine, token.strip(), now=now)


def require_hall(who: Caller, hall_id: str) -> None:
    """Raise ForbiddenError unless `who` is that hall."""
    if who.kind != HALL or who.hall != hall_id:
        raise ForbiddenError("foreign_hall", f"this token is not one of hall {hall_id!r:.60}")


def _require(connection: Connection, hall_id: str) -> None:
    # What cannot be a hall's name is not asked for: of some characters no database may be asked.
    known = select(hall.c.hall).where(hall.c.hall == hall_id)
    if not HALL_NAME.fullmatch(hall_id) or connection.execute(known).first() is None:
        raise NotFoundError("hall_unknown", f"hall {hall_id!r:.60} is not known here: add it first")


def _new_token(connection: Connection, hall_id: str, name: str, *, by: str, now: datetime) -> str:
    note(connection, "token_made", who=by, now=now, hall_id=hall_id, detail=name)
    return insert_token(connection, HALL, hall_id, name, now=now, expires_at=None)


def _plain(code: str) -> str:
    """Return a code as it was made, however it was typed.

    >>> _plain("7kq4-m2xo")
    '7KQ4M2X0'
    """
    return code.upper().translate(str.maketrans("OIL", "011", "- "))
